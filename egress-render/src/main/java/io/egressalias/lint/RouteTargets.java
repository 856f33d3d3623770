package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.PlatformFact;
import java.util.OptionalInt;

/** Finds destinations of routes that have no cluster. */
final class RouteTargets {
  private final LintContext context;

  RouteTargets(LintContext context) {
    this.context = context;
  }

  void check(HostObjects host) {
    for (Destination destination : host.destinations) {
      if (host.isExternalName()) {
        externalName(destination, host.services.get(0));
      } else if (!host.isDefined()) {
        unknown(destination, destination.host());
      } else {
        port(destination, host);
      }
      if (!destination.subset().isEmpty()) {
        subset(destination, host);
      }
    }
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

  private void subset(Destination destination, HostObjects host) {
    boolean ruled = !host.rules.isEmpty();
    if (host.hasSubset(destination.subset())) {
      return;
    }
    for (RuleView rule : context.hosts().wildcardRules(destination.host())) {
      if (rule.subset(destination.subset()).isPresent()) {
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

  private void report(Severity severity, Field field, String message, String remedy) {
    context
        .findings()
        .add(Rule.LEADS_NOWHERE, severity, field.object(), field.path(), message, remedy);
  }
}
