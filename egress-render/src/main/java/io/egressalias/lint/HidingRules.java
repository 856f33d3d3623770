package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds rules that hide a rule of another namespace from the callers of their own. */
final class HidingRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    WaypointTable waypoints = context.waypoints();
    Set<ManifestObject> reported = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      List<RuleView> rules = lookup.candidates(target.host());
      if (rules.size() > 1) {
        for (RuleView rule : rules) {
          if (!reported.contains(rule.object())
              && hides(rule, target, waypoints, lookup, context)) {
            reported.add(rule.object());
            report(rule, target, context);
          }
        }
      }
    }
  }

  private static boolean hides(
      RuleView rule,
      HostDefinition target,
      WaypointTable waypoints,
      RuleLookup lookup,
      LintContext context) {
    String caller = rule.namespace();
    if (context.ambient().includes(target.namespace()) && !waypoints.sendsFrom(caller, target)) {
      return false;
    }
    if (caller.equals(target.namespace())
        || caller.equals(HostTable.ROOT_NAMESPACE)
        || rule.selectsPods()
        || !target.isVisibleIn(caller)
        || !lookup.used(target, caller).contains(rule)) {
      return false;
    }
    for (HostPort port : target.ports()) {
      Sending there = Sending.of(context.hosts(), lookup, target, port, caller);
      Sending usual = Sending.of(context.hosts(), lookup, target, port, target.namespace());
      boolean closed = there.kind() == Sending.Kind.CLOSED && usual.kind() == Sending.Kind.DIRECT;
      if (closed || (there.isPlain() && usual.isOriginated())) {
        return true;
      }
    }
    return false;
  }

  private static void report(RuleView rule, HostDefinition target, LintContext context) {
    context
        .findings()
        .add(
            Rule.HIDING_RULE,
            rule.object(),
            rule.spec("host").path(),
            "expected a host that does not include `"
                + target.host().host()
                + "` of the namespace `"
                + target.namespace()
                + "`, found `"
                + rule.host()
                + "`, and callers in `"
                + rule.namespace()
                + "` do not use the TLS settings and subsets of the rule for that host",
            "Move the rule to the namespace `"
                + HostTable.ROOT_NAMESPACE
                + "`, or add the same TLS settings to a rule for `"
                + target.host().host()
                + "` in `"
                + rule.namespace()
                + "`");
  }
}
