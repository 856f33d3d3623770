package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestFindings;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the ports of a Service with those of its endpoints. */
final class PortNames {
  private final ManifestObject service;
  private final List<Field> ports;
  private final List<EndpointPort> targets = new ArrayList<>();
  private final Map<String, List<EndpointPort>> byName = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /** The positions of the first targets of each number that no port of the Service uses. */
  private final Map<OptionalInt, Integer> unused = new HashMap<>();

  private @Nullable EndpointPort firstUnused;
  private final ManifestFindings findings;
  private boolean known = true;

  private PortNames(ManifestObject service, ManifestFindings findings) {
    this.service = service;
    this.ports = Field.of(service, "spec", "ports").items();
    this.findings = findings;
  }

  /** Checks a Service that is in the set with endpoints. */
  static void check(ManifestObject service, ServiceView view, ManifestFindings findings) {
    if (!ServiceView.usesOwnEndpoints(service) || ServiceView.isHeadless(service)) {
      return;
    }
    PortNames names = new PortNames(service, findings);
    for (ManifestObject endpoints : view.endpoints()) {
      names.add(endpoints);
    }
    if (names.known && !view.endpoints().isEmpty()) {
      names.check(view.endpoints().get(0));
    }
  }

  private void add(ManifestObject endpoints) {
    boolean unused = ServiceView.hasNames(endpoints) || ServiceView.addresses(endpoints).isEmpty();
    known &= !unused;
    targets.addAll(EndpointPort.of(endpoints));
  }

  private void check(ManifestObject first) {
    index();
    for (Field port : ports) {
      List<EndpointPort> matches = byName.getOrDefault(port.at("name").text(), List.of());
      if (matches.isEmpty()) {
        missing(port, first);
      } else {
        target(port, matches);
        number(port, matches);
      }
    }
  }

  private void index() {
    for (Field port : ports) {
      used.add(port.at("name").text());
    }
    for (int i = 0; i < targets.size(); i++) {
      EndpointPort target = targets.get(i);
      byName.computeIfAbsent(target.name(), key -> new ArrayList<>()).add(target);
      if (!used.contains(target.name())) {
        unused.putIfAbsent(target.number(), i);
        firstUnused = firstUnused == null ? target : firstUnused;
      }
    }
  }

  private void missing(Field port, ManifestObject first) {
    String name = port.at("name").text();
    String wanted = name.isEmpty() ? "no name" : "the name `" + Quoted.shortened(name) + "`";
    EndpointPort other = probable(port);
    if (other == null) {
      Field list = Field.of(first, first.kind().kind().equals("Endpoints") ? "subsets" : "ports");
      findings.add(
          Rule.ENDPOINT_PORT_NAMES,
          first,
          list.path(),
          "expected a port with %s for the port %s of `%s`, found none"
              .formatted(wanted, port.at("port").text(), service.id()),
          "Add the port, such as `ports: [%s]`".formatted(example(port)));
      return;
    }
    boolean unnamed = other.name().isEmpty();
    findings.add(
        Rule.ENDPOINT_PORT_NAMES,
        other.field().object(),
        unnamed ? other.field().path() : other.field().path().key("name"),
        "expected %s, as at the port %s of `%s`, found %s"
            .formatted(
                wanted,
                port.at("port").text(),
                service.id(),
                unnamed ? "none" : "`" + Quoted.shortened(other.name()) + "`"),
        name.isEmpty()
            ? "Remove `name: %s`".formatted(Quoted.shortened(other.name()))
            : (unnamed ? "Add" : "Write") + " `name: %s`".formatted(Quoted.shortened(name)));
  }

  private static String example(Field port) {
    String name = port.at("name").text();
    OptionalInt target = port.at("targetPort").number();
    String number = target.isPresent() ? "" + target.getAsInt() : port.at("port").text();
    return (name.isEmpty() ? "{port: " : "{name: " + name + ", port: ") + number + "}";
  }

  /** Returns the port of the endpoints that the author probably means; null: none. */
  private @Nullable EndpointPort probable(Field port) {
    int first = unused.getOrDefault(port.at("port").number(), targets.size());
    int other = unused.getOrDefault(port.at("targetPort").number(), targets.size());
    int found = Math.min(first, other);
    return found < targets.size() ? targets.get(found) : firstUnused;
  }

  private void number(Field port, List<EndpointPort> matches) {
    for (EndpointPort match : matches) {
      if (!match.field().at("port").present()) {
        OptionalInt target = port.at("targetPort").number();
        findings.add(
            Rule.ENDPOINT_PORT_NAMES,
            match.field().object(),
            match.field().path(),
            "expected `port`, the number to which connections go, found none",
            "Add `port: %s`"
                .formatted(target.isPresent() ? target.getAsInt() : port.at("port").text()));
      }
    }
  }

  /** Without a selector, only the ports of the endpoints decide where connections go. */
  private void target(Field port, List<EndpointPort> matches) {
    Field target = port.at("targetPort");
    if (!target.present() || target.text().equals(port.at("name").text())) {
      return;
    }
    for (EndpointPort match : matches) {
      if (match.number().isEmpty() || match.field().at("port").text().equals(target.text())) {
        return;
      }
    }
    TargetPorts.report(
        target,
        "`" + matches.get(0).field().object().id() + "` decides",
        matches.get(0).field().at("port").text(),
        findings);
  }
}
