package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.PlatformFact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds destinations of routes that have no cluster. */
final class RouteTargets {
  private final LintContext context;

  RouteTargets(LintContext context) {
    this.context = context;
  }

  void check(HostObjects host) {
    if (host.destinations.isEmpty()) {
      return;
    }
    boolean hasPorts = hasPorts(host);
    Set<String> namespaces = namespaces(host);
    for (Destination destination : host.destinations) {
      if (host.isExternalName()) {
        externalName(destination, host.services.get(0));
      } else if (!host.isDefined()) {
        unknown(destination, destination.host());
      } else {
        if (hasPorts) {
          port(destination, host);
        } else {
          withoutPorts(destination, host);
        }
      }
      if (!destination.subset().isEmpty()) {
        subset(destination, namespaces, host);
      }
    }
  }

  /** Returns the namespaces of the definitions of a host. */
  private Set<String> namespaces(HostObjects host) {
    Set<String> namespaces = new LinkedHashSet<>();
    for (ManifestObject definition : host.services) {
      namespaces.add(context.hosts().namespace(definition));
    }
    for (ManifestObject definition : host.entries) {
      namespaces.add(context.hosts().namespace(definition));
    }
    return namespaces;
  }

  private static boolean hasPorts(HostObjects host) {
    return hasPorts(host.services) || hasPorts(host.entries);
  }

  private static boolean hasPorts(List<ManifestObject> definitions) {
    for (ManifestObject definition : definitions) {
      if (!Field.of(definition, "spec", "ports").items().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void withoutPorts(Destination destination, HostObjects host) {
    ManifestObject definition = (host.services.isEmpty() ? host.entries : host.services).get(0);
    report(
        Severity.ERROR,
        destination.field().at("host"),
        "expected `ports` in `%s`, found none, so that no cluster exists for `%s`"
            .formatted(definition.id(), Quoted.shortened(destination.host())),
        "Add the port to `ports` of `" + definition.id() + "`");
  }

  private void port(Destination destination, HostObjects host) {
    OptionalInt number = destination.port();
    if (number.isEmpty() || host.port(number.getAsInt()).isPresent() || host.ports().isEmpty()) {
      return;
    }
    Field field = destination.field().at("port").at("number");
    int first = host.ports().get(0).number();
    report(
        Severity.ERROR,
        field,
        "expected a port of `%s`, found %d, for which no cluster exists"
            .formatted(Quoted.shortened(host.host()), number.getAsInt()),
        "Write a port that it has, such as `number: " + first + "`");
  }

  /** From Istio 1.21 on, the route leads to the host that such a Service names. */
  private void externalName(Destination destination, ManifestObject service) {
    if (!PlatformFact.EXTERNAL_NAME_IS_ALIAS.isLaterThan(context.platform())) {
      String target = ExternalNames.target(service);
      HostObjects found = context.hosts().find(target);
      if (found == null || !found.isDefined()) {
        unknown(destination, target);
      }
    }
  }

  /** A Service of the cluster is often in no file, and a ServiceEntry is. */
  private void unknown(Destination destination, String host) {
    boolean local = context.hosts().isLocal(host);
    if (local && !context.complete()) {
      return;
    }
    report(
        context.complete() ? Severity.ERROR : Severity.WARNING,
        destination.field().at("host"),
        "expected a host that a %s defines, found `%s`, which none of the input does"
            .formatted(local ? "Service" : "ServiceEntry", Quoted.shortened(host)),
        local
            ? "Write the full name of a Service, or add the Service to the input"
            : "Add a ServiceEntry with `hosts: [%s]`".formatted(quoted(Quoted.shortened(host))));
  }

  /** YAML reads an asterisk at the beginning as an alias. */
  private static String quoted(String host) {
    return host.startsWith("*") ? '"' + host + '"' : host;
  }

  private void subset(Destination destination, Set<String> namespaces, HostObjects host) {
    boolean ruled = !host.rules.isEmpty();
    if (host.hasSubset(destination.subset())) {
      namespaceOfSubset(destination, namespaces, host);
      return;
    }
    for (HostObjects wildcard : context.hosts().wildcards(destination.host())) {
      if (wildcard.hasSubset(destination.subset())) {
        return;
      }
    }
    report(
        ruled || context.complete() ? Severity.ERROR : Severity.WARNING,
        destination.field().at("subset"),
        "expected a subset that a DestinationRule for `%s` has, found `%s`, which none of the input has"
            .formatted(
                Quoted.shortened(destination.host()), Quoted.shortened(destination.subset())),
        "Add `subsets: [{name: %s}]` to the DestinationRule, or remove `subset`"
            .formatted(Quoted.shortened(destination.subset())));
  }

  /** Callers use the rules of their own namespace, of the host's, and of the root namespace. */
  private void namespaceOfSubset(
      Destination destination, Set<String> namespaces, HostObjects host) {
    if (!host.isDefined() || destination.forGateways()) {
      return;
    }
    String wanted = namespaces.iterator().next();
    String caller = context.hosts().namespace(destination.service());
    List<RuleView> rules = host.rulesWithSubset(destination.subset());
    for (RuleView rule : rules) {
      if (namespaces.contains(rule.namespace())
          || rule.namespace().equals(HostTable.ROOT_NAMESPACE)
          || rule.namespace().equals(caller)) {
        return;
      }
    }
    RuleView rule = rules.get(0);
    report(
        Severity.ERROR,
        destination.field().at("subset"),
        "expected a subset of a DestinationRule in the namespace `%s`, found `%s` in `%s`, whose rules callers in other namespaces do not use"
            .formatted(wanted, Quoted.shortened(destination.subset()), rule.namespace()),
        "Write `namespace: %s` in `%s`".formatted(wanted, rule.object().id()));
  }

  private void report(Severity severity, Field field, String message, String remedy) {
    context
        .findings()
        .add(Rule.LEADS_NOWHERE, severity, field.object(), field.path(), message, remedy);
  }
}
