package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Finds routes that lead HTTP to a port for TLS without a rule that originates TLS. */
final class UnencryptedRouteRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    ServerPorts targets = context.servers();
    for (HostObjects host : context.hosts().all()) {
      if (!host.destinations.isEmpty()) {
        for (HostDefinition target : HostDefinition.external(context.hosts(), host)) {
          check(target, lookup, targets, context);
        }
      }
    }
  }

  private static void check(
      HostDefinition target, RuleLookup lookup, ServerPorts targets, LintContext context) {
    for (Destination destination : target.host().destinations) {
      HostPort port = port(destination, target);
      if (port == null
          || !destination.section().equals("http")
          || !(port.isTls() || targets.tls(target, port).isPresent())) {
        continue;
      }
      if (destination.forGateways() || leads(destination, target, port, context)) {
        check(destination, target, port, lookup, context);
      }
    }
  }

  private static @Nullable HostPort port(Destination destination, HostDefinition target) {
    OptionalInt number = destination.port();
    if (number.isEmpty()) {
      return target.ports().size() == 1 ? target.ports().get(0) : null;
    }
    return target.port(number.getAsInt()).orElse(null);
  }

  /** Returns whether sidecars use the route for HTTP that arrives at another port or host. */
  private static boolean leads(
      Destination destination, HostDefinition target, HostPort port, LintContext context) {
    VirtualServiceView service = context.hosts().view(destination.service());
    return service.isHttpAtOther(destination.route(), target.host().host(), port.number());
  }

  private static void check(
      Destination destination,
      HostDefinition target,
      HostPort port,
      RuleLookup lookup,
      LintContext context) {
    TlsView found = null;
    for (String caller : callers(destination, target, lookup, context.hosts())) {
      MergedRules rules = lookup.used(target, caller);
      if (!destination.subset().isEmpty() && !rules.hasSubset(destination.subset())) {
        return;
      }
      Optional<TlsView> tls = rules.tls(destination.subset(), port.number());
      if (tls.isPresent() && tls.get().mode().equals("DISABLE")) {
        return;
      }
      if (isUsed(tls, destination)) {
        found = tls.orElseThrow();
      } else if (!destination.forGateways()) {
        found = null;
        break;
      }
    }
    if (found == null) {
      reportPlain(destination, target, port, context);
    } else if (destination.subset().isEmpty()) {
      reportOpen(destination, found, port, context);
    }
  }

  private static boolean isUsed(Optional<TlsView> tls, Destination destination) {
    return tls.isPresent()
        && tls.get().originates()
        && (destination.forGateways() || tls.get().reachesSidecars());
  }

  /** The namespaces from which the route is used; for a gateway one of them is enough. */
  private static List<String> callers(
      Destination destination, HostDefinition target, RuleLookup lookup, HostTable hosts) {
    if (!destination.forGateways()) {
      return target.isVisibleIn(RuleLookup.ELSEWHERE)
          ? List.of(target.namespace(), RuleLookup.ELSEWHERE)
          : List.of(target.namespace());
    }
    Optional<String> place = hosts.view(destination.service()).gatewayNamespace();
    if (place.isPresent()) {
      return List.of(place.get());
    }
    List<String> callers = new ArrayList<>(target.callers(lookup.candidates(target.host())));
    callers.add(HostTable.ROOT_NAMESPACE);
    return callers;
  }

  private static String proxy(Destination destination, LintContext context) {
    if (destination.forGateways()) {
      return "gateway";
    }
    String namespace = context.hosts().namespace(destination.service());
    return context.ambient().includes(namespace) ? "waypoint" : "sidecar";
  }

  private static void reportPlain(
      Destination destination, HostDefinition target, HostPort port, LintContext context) {
    context
        .findings()
        .add(
            Rule.FAILS_OPEN,
            destination.service(),
            destination.field().path(),
            "expected a DestinationRule that originates TLS for port `"
                + port.number()
                + "` of `"
                + target.host().host()
                + "`, found none that the "
                + proxy(destination, context)
                + " uses, and it sends HTTP without TLS to the server",
            "Add a DestinationRule with `portLevelSettings: [{port: {number: "
                + port.number()
                + "}, tls: {mode: SIMPLE}}]` in the namespace of the "
                + proxy(destination, context));
  }

  private static void reportOpen(
      Destination destination, TlsView tls, HostPort port, LintContext context) {
    context
        .findings()
        .add(
            Rule.FAILS_OPEN,
            Severity.INFO,
            destination.service(),
            destination.field().path(),
            "without the rule `"
                + tls.rule().object().id()
                + "` the "
                + proxy(destination, context)
                + " sends HTTP without TLS to the port `"
                + port.number()
                + "` of the server",
            "Keep the rule, or use a subset in the route and in the rule");
  }
}
