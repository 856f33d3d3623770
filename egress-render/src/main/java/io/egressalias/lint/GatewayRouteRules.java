package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Says which calls do not go through the egress gateway of a VirtualService. */
final class GatewayRouteRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    for (ManifestObject service : context.set().of(KnownKind.VIRTUAL_SERVICE)) {
      if (isOfBoth(service, context)
          && context.hosts().view(service).gatewayNamespace().isPresent()) {
        check(service, context);
      }
    }
    for (HostObjects host : context.hosts().all()) {
      subsets(host, context);
    }
  }

  private static boolean isOfBoth(ManifestObject service, LintContext context) {
    return context.hosts().view(service).isOfBoth();
  }

  private static void check(ManifestObject service, LintContext context) {
    Field hosts = Field.of(service, "spec", "hosts");
    for (Field host : hosts.items()) {
      String name = context.hosts().resolve(host.text(), service);
      HostObjects found = context.hosts().get(name);
      if (!found.entries.isEmpty()) {
        context
            .findings()
            .add(
                Rule.FAILS_OPEN,
                Severity.INFO,
                service,
                host.path(),
                "the gateway gets the calls to the ports "
                    + numbers(context.hosts().view(service))
                    + " of `"
                    + name
                    + "` alone, and calls to other ports go to the server directly",
                "Use `outboundTrafficPolicy: REGISTRY_ONLY` and a NetworkPolicy if all calls are to"
                    + " go through the gateway");
        return;
      }
    }
  }

  private static String numbers(VirtualServiceView service) {
    Set<String> numbers = new LinkedHashSet<>();
    for (String section : VirtualServiceView.SECTIONS) {
      for (RouteView route : service.routes(section)) {
        for (Field match : route.field().at("match").items()) {
          OptionalInt port = RouteView.port(match);
          if (port.isPresent() && service.isForSidecars(match)) {
            numbers.add("`" + port.getAsInt() + "`");
          }
        }
      }
    }
    return numbers.isEmpty() ? "in its routes" : String.join(", ", numbers);
  }

  /** A subset of the Service of a gateway, which is in another namespace than its rule. */
  private static void subsets(HostObjects host, LintContext context) {
    if (!context.hosts().isLocal(host.host()) || host.entries.size() > 0) {
      return;
    }
    for (Destination destination : host.destinations) {
      if (destination.forSidecars()
          && !destination.subset().isEmpty()
          && isOfBoth(destination.service(), context)) {
        List<RuleView> rules = host.rulesWithSubset(destination.subset());
        Severity severity = isNear(destination, rules, context) ? Severity.INFO : Severity.WARNING;
        for (RuleView rule : rules) {
          subset(destination, rule, severity, context);
        }
      }
    }
  }

  /** Returns whether callers in the namespace of the route have the subset. */
  private static boolean isNear(
      Destination destination, List<RuleView> rules, LintContext context) {
    String namespace = context.hosts().namespace(destination.service());
    for (RuleView rule : rules) {
      if (rule.namespace().equals(namespace) || isForAll(rule)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForAll(RuleView rule) {
    return rule.namespace().equals(HostTable.ROOT_NAMESPACE)
        || rule.host().contains("." + rule.namespace() + ".svc.");
  }

  private static void subset(
      Destination destination, RuleView rule, Severity severity, LintContext context) {
    if (isForAll(rule)) {
      return;
    }
    context
        .findings()
        .add(
            Rule.RULE_IN_OTHER_NAMESPACE,
            severity,
            rule.object(),
            rule.spec("host").path(),
            "the subset `"
                + destination.subset()
                + "` exists for callers in `"
                + rule.namespace()
                + "` alone, and calls from other namespaces reach nothing",
            "Move the rule to the namespace of the gateway if callers in other namespaces use the"
                + " host");
  }
}
