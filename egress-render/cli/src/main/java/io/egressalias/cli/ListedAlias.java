package io.egressalias.cli;

import io.egressalias.model.Protocol;
import io.egressalias.model.TargetPort;
import io.egressalias.model.Waypoint;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An alias as {@code egress list} prints it. */
final class ListedAlias {
  private static final String NONE = "<none>";

  private final ResolvedAlias alias;

  ListedAlias(ResolvedAlias alias) {
    this.alias = alias;
  }

  /** Returns the values of the columns, in the order of {@link ListCommand#COLUMNS}. */
  List<String> cells() {
    return List.of(
        alias.namespace() + "/" + alias.alias().name(), target(), ports(), tls(), form());
  }

  private String target() {
    if (alias.host().isPresent()) {
      return alias.host().get();
    }
    if (alias.addresses().isPresent()) {
      return String.join(",", alias.addresses().get());
    }
    List<String> labels = new ArrayList<>();
    for (Map.Entry<String, String> label : alias.podLabels().orElse(Map.of()).entrySet()) {
      labels.add(label.getKey() + "=" + label.getValue());
    }
    return String.join(",", labels);
  }

  private String ports() {
    List<String> ports = new ArrayList<>();
    for (ResolvedPort port : alias.ports()) {
      ports.add(port(port));
    }
    return ports.isEmpty() ? NONE : String.join(",", ports);
  }

  private static String port(ResolvedPort port) {
    Protocol protocol = port.declared().protocol();
    String target = targetPort(port);
    return port.declared().name().map(name -> name + ":").orElse("")
        + port.number()
        + (target.equals(String.valueOf(port.number())) ? "" : "->" + target)
        + (protocol == Protocol.TCP ? "" : "/" + protocol);
  }

  private static String targetPort(ResolvedPort port) {
    return port.declared().targetPort().orElse(null) instanceof TargetPort.ByName name
        ? name.value()
        : String.valueOf(port.targetNumber());
  }

  /** Returns the modes of the ports, each once. */
  private String tls() {
    Set<String> modes = new LinkedHashSet<>();
    for (ResolvedPort port : alias.ports()) {
      modes.add(mode(port));
    }
    return modes.isEmpty() ? NONE : String.join(",", modes);
  }

  private static String mode(ResolvedPort port) {
    return port.tls().mode().name();
  }

  private String form() {
    return alias.isRouted() ? "routed" : "direct";
  }

  /** Returns the alias as JSON. */
  ObjectNode json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("namespace", alias.namespace()).put("name", alias.alias().name());
    if (alias.host().isPresent()) {
      node.put("externalName", alias.host().get());
    }
    if (alias.addresses().isPresent()) {
      ArrayNode addresses = node.putArray("endpoints");
      alias.addresses().get().forEach(addresses::add);
    }
    if (alias.podLabels().isPresent()) {
      ObjectNode labels = node.putObject("selector");
      alias.podLabels().get().forEach(labels::put);
    }
    ArrayNode ports = node.putArray("ports");
    for (ResolvedPort port : alias.ports()) {
      ObjectNode item = ports.addObject();
      port.declared().name().ifPresent(name -> item.put("name", name));
      item.put("port", port.number());
      if (port.declared().targetPort().orElse(null) instanceof TargetPort.ByName name) {
        item.put("targetPort", name.value());
      } else {
        item.put("targetPort", port.targetNumber());
      }
      item.put("protocol", port.declared().protocol().name()).put("tls", mode(port));
    }
    waypoint(node);
    return node.put("form", form());
  }

  private void waypoint(ObjectNode node) {
    if (alias.waypoint().orElse(null) instanceof Waypoint.Named waypoint) {
      ObjectNode named = node.putObject("waypoint");
      named.put("namespace", waypoint.namespace().orElse(alias.namespace()));
      named.put("name", waypoint.name());
    } else if (alias.waypoint().isPresent()) {
      node.put("waypoint", Waypoint.OF_NAMESPACE);
    }
  }
}
