package io.egressalias.krm;

import io.egressalias.check.Names;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.render.AliasMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Mends what kustomize breaks: it renames objects but not the hosts that refer to them, and pushes
 * selectors into Services that must not have one. Goes by the mark that rendered objects bear.
 */
final class Mender {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";

  private final Text text;
  private final Edits edits;
  private final List<Finding> found = new ArrayList<>();

  Mender(Text text, Edits edits) {
    this.text = text;
    this.edits = edits;
  }

  /** Mends objects and returns what cannot be mended. */
  List<Finding> mend(List<Resource> resources) {
    Map<String, List<Resource>> groups = new LinkedHashMap<>();
    for (Resource resource : resources) {
      Optional<String> mark = resource.mark();
      if (mark.isPresent()) {
        groups.computeIfAbsent(mark.get(), m -> new ArrayList<>()).add(resource);
      } else if (looksLikeOurs(resource)) {
        report(
            Rule.UNMARKED_OBJECT,
            resource,
            "it looks like an object of an alias and bears no mark",
            "Generate it with this function, or render it with `--mark`");
      }
    }
    groups.forEach(this::group);
    return found;
  }

  private static boolean looksLikeOurs(Resource resource) {
    return hosts(resource).stream()
            .anyMatch(h -> h.getValue().endsWith("." + EgressAlias.ROUTED_DOMAIN))
        || Text.string(
                resource.node(), "metadata", "labels", "endpointslice.kubernetes.io/managed-by")
            .filter(AliasMark.MANAGER::equals)
            .isPresent();
  }

  private void group(String mark, List<Resource> group) {
    List<Resource> services = group.stream().filter(r -> r.is("Service")).toList();
    if (services.size() != 1) {
      report(
          Rule.UNMENDABLE,
          group.get(0),
          "the alias `%s` has %d Services, and one is expected".formatted(mark, services.size()),
          "Keep the objects of an alias together, each once");
      return;
    }
    Resource service = services.get(0);
    if (!Names.isServiceName(service.name())) {
      report(
          Rule.UNMENDABLE,
          service,
          "`%s` is no name of a Service".formatted(service.name()),
          "Take a shorter `namePrefix` or `nameSuffix`, in lower case");
      return;
    }
    for (Resource resource : group) {
      object(mark, resource, service);
    }
    boolean withoutPods =
        group.size() > 1
            || Text.string(service.node(), "spec", "type")
                .filter("ExternalName"::equals)
                .isPresent();
    if (withoutPods) {
      Text.entry(Text.at(service.node(), "spec").orElse(service.node()), "selector")
          .ifPresent(
              entry -> remove((MappingNode) Text.at(service.node(), "spec").orElseThrow(), entry));
    }
  }

  private void object(String mark, Resource resource, Resource service) {
    if (!resource.namespace().equals(service.namespace())) {
      report(
          Rule.UNMENDABLE,
          resource,
          "its Service is in the namespace `%s`".formatted(service.namespace()),
          "Give all objects of an alias one namespace");
      return;
    }
    if (resource.is("Endpoints") && !resource.name().equals(service.name())) {
      report(
          Rule.UNMENDABLE,
          resource,
          "Endpoints belong to the Service of their own name, which is `%s`"
              .formatted(service.name()),
          "Rename both alike");
      return;
    }
    if (resource.annotation("kustomize.config.k8s.io/needs-hash").isPresent()) {
      report(
          Rule.UNMENDABLE,
          resource,
          "`needs-hash` gives it a name that changes with its content",
          "Take the annotation out");
      return;
    }
    // So that what renames them once more can be mended as well.
    Text.at(resource.node(), "metadata", "annotations", AliasMark.ANNOTATION)
        .ifPresent(node -> set((ScalarNode) node, service.namespace() + "/" + service.name()));
    Text.at(resource.node(), "metadata", "labels", SERVICE_NAME)
        .ifPresent(label -> set((ScalarNode) label, service.name()));
    String before =
        mark.substring(mark.indexOf('/') + 1) + "." + mark.substring(0, mark.indexOf('/')) + ".";
    String now = service.name() + "." + service.namespace() + ".";
    for (ScalarNode host : hosts(resource)) {
      if (host.getValue().startsWith(before)) {
        set(host, now + host.getValue().substring(before.length()));
      } else if (!host.getValue().startsWith(now)) {
        report(
            Rule.UNMENDABLE,
            resource,
            "the host `%s` is of no alias that is known".formatted(host.getValue()),
            "Let the host be as it was rendered, `%s…`".formatted(before));
      }
    }
  }

  /** The hosts by which the objects of an alias refer to one another. */
  private static List<ScalarNode> hosts(Resource resource) {
    List<ScalarNode> hosts = new ArrayList<>();
    Node spec = Text.at(resource.node(), "spec").orElse(resource.node());
    switch (resource.kind()) {
      case "DestinationRule" -> Text.at(spec, "host").ifPresent(node -> add(hosts, node));
      case "ServiceEntry" -> items(spec, "hosts").forEach(node -> add(hosts, node));
      case "VirtualService" -> {
        items(spec, "hosts").forEach(node -> add(hosts, node));
        for (String protocol : List.of("http", "tcp")) {
          for (Node route : items(spec, protocol)) {
            for (Node destination : items(route, "route")) {
              Text.at(destination, "destination", "host").ifPresent(node -> add(hosts, node));
            }
          }
        }
      }
      default -> {
        return hosts;
      }
    }
    return hosts;
  }

  private static void add(List<ScalarNode> hosts, Node node) {
    if (node instanceof ScalarNode scalar) {
      hosts.add(scalar);
    }
  }

  private static List<Node> items(Node node, String key) {
    return Text.at(node, key).orElse(node) instanceof SequenceNode list
        ? list.getValue()
        : List.of();
  }

  private void set(ScalarNode scalar, String value) {
    if (scalar.getValue().equals(value)) {
      return;
    }
    boolean plain =
        scalar.getScalarStyle() == ScalarStyle.PLAIN
            && Character.isLetter(value.charAt(0))
            && (value.indexOf('.') > 0 || value.indexOf('-') > 0);
    edits.replace(text.start(scalar), text.end(scalar), plain ? value : quoted(value));
  }

  /** As in JSON: what the rest of a host holds is for nobody here to judge. */
  private static String quoted(String value) {
    return JsonNodeFactory.instance.stringNode(value).toString();
  }

  private void remove(MappingNode mapping, NodeTuple entry) {
    List<NodeTuple> entries = mapping.getValue();
    if (entries.size() == 1) {
      edits.replace(text.start(mapping), text.contentEnd(mapping), "{}");
      return;
    }
    int index = entries.indexOf(entry);
    int start = text.start(entry.getKeyNode());
    boolean last = index == entries.size() - 1;
    if (mapping.getFlowStyle() == FlowStyle.FLOW) {
      if (!last) {
        edits.replace(start, text.start(entries.get(index + 1).getKeyNode()), "");
      } else {
        edits.replace(
            text.end(entries.get(index - 1).getValueNode()), text.end(entry.getValueNode()), "");
      }
      return;
    }
    edits.replace(text.lineStart(start), text.nextLine(text.contentEnd(entry.getValueNode())), "");
  }

  private void report(Rule rule, Resource resource, String message, String remedy) {
    FieldPath place = FieldPath.root().key(resource.toString());
    found.add(Finding.inItem(Diagnostic.of(rule, 0, place, message, remedy), resource));
  }
}
