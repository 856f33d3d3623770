package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds rules that originate TLS for callers of their own namespace alone. */
final class RuleNamespaceRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    ServerPorts targets = context.servers();
    WaypointTable waypoints = context.waypoints();
    for (HostDefinition target : context.hosts().external()) {
      for (RuleView rule : lookup.candidates(target.host())) {
        if (!rule.selectsPods() && !isForGateway(target, rule)) {
          check(target, rule, waypoints, lookup, targets, context);
        }
      }
    }
  }

  /** A rule beside the pods of a gateway is for what the gateway sends. */
  private static boolean isForGateway(HostDefinition target, RuleView rule) {
    return target.host().servesGateway()
        && GatewayPlace.namespace(target.host()).filter(rule.namespace()::equals).isPresent();
  }

  private static void check(
      HostDefinition target,
      RuleView rule,
      WaypointTable waypoints,
      RuleLookup lookup,
      ServerPorts targets,
      LintContext context) {
    boolean ambient = context.ambient().includes(target.namespace());
    for (HostPort port : target.ports()) {
      Optional<Field> tls = port.isTls() ? Optional.empty() : rule.tls(port.number());
      if (tls.isPresent() && isMeant(new TlsView(rule, tls.get()))) {
        Severity severity =
            ambient
                ? atWaypoint(target, port, rule, waypoints, lookup, context)
                : severity(target, port, rule, lookup, targets, context);
        if (severity != null) {
          report(target, port, rule, severity, context);
          return;
        }
      }
    }
  }

  private static boolean isMeant(TlsView tls) {
    return tls.originates() && tls.reachesSidecars();
  }

  /** Returns null if all callers use the rule, or another one. */
  private static @Nullable Severity severity(
      HostDefinition target,
      HostPort port,
      RuleView rule,
      RuleLookup lookup,
      ServerPorts targets,
      LintContext context) {
    boolean apart =
        !rule.namespace().equals(target.namespace())
            && !rule.namespace().equals(HostTable.ROOT_NAMESPACE);
    boolean kept = !rule.isVisibleIn(RuleLookup.ELSEWHERE);
    if (!apart && !kept) {
      return null;
    }
    if (isPlain(target, port, target.namespace(), lookup, context)) {
      boolean shared =
          target.namespace().equals(HostTable.ROOT_NAMESPACE)
              || GatewayPlace.hasGateway(rule.namespace(), target.host(), context.hosts());
      return shared ? Severity.WARNING : Severity.ERROR;
    }
    boolean leaks =
        targets.tls(target, port).isPresent()
            && target.isVisibleIn(RuleLookup.ELSEWHERE)
            && isPlain(target, port, RuleLookup.ELSEWHERE, lookup, context);
    return leaks ? Severity.WARNING : null;
  }

  /** The waypoint uses the rules of its own namespace, and not those of the callers. */
  private static @Nullable Severity atWaypoint(
      HostDefinition target,
      HostPort port,
      RuleView rule,
      WaypointTable waypoints,
      RuleLookup lookup,
      LintContext context) {
    for (String caller : waypoints.namespaces(target)) {
      boolean near = rule.namespace().equals(target.namespace());
      boolean used = near || rule.namespace().equals(HostTable.ROOT_NAMESPACE);
      if ((!used || !rule.isVisibleIn(caller))
          && !lookup.used(target, caller).contains(rule)
          && isPlain(target, port, caller, lookup, context)) {
        return Severity.ERROR;
      }
    }
    return null;
  }

  private static boolean isPlain(
      HostDefinition target, HostPort port, String caller, RuleLookup lookup, LintContext context) {
    return Sending.of(context.hosts(), lookup, target, port, caller).isPlain();
  }

  private static void report(
      HostDefinition target, HostPort port, RuleView rule, Severity severity, LintContext context) {
    boolean apart = !rule.namespace().equals(target.namespace());
    boolean ambient = context.ambient().includes(target.namespace());
    Field place = apart ? Field.of(rule.object(), "metadata", "namespace") : rule.spec("exportTo");
    context
        .findings()
        .add(
            Rule.RULE_IN_OTHER_NAMESPACE,
            severity,
            rule.object(),
            place.path(),
            "expected a rule "
                + (apart
                    ? "in the namespace `" + target.namespace() + "` of `"
                    : ambient
                        ? "that is exported to the waypoint of `"
                        : "that is exported to all callers of `")
                + target.host().host()
                + "`, found one "
                + (apart ? "in `" + rule.namespace() + "`" : "with `exportTo`")
                + (ambient ? ", and the waypoint sends" : ", and callers in other namespaces send")
                + " the calls to port `"
                + port.number()
                + "` without TLS",
            remedy(target, rule, apart, ambient));
  }

  private static String remedy(
      HostDefinition target, RuleView rule, boolean apart, boolean ambient) {
    if (!apart && ambient) {
      return "Remove `exportTo` from the rule";
    }
    if (!apart) {
      return "Remove `exportTo` from the rule, or write the same `exportTo` in `"
          + target.object().id()
          + "`";
    }
    String move = "Write `namespace: " + target.namespace() + "`";
    return rule.spec("exportTo").present() ? move + " and remove `exportTo`" : move;
  }
}
