package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import java.util.HashMap;
import java.util.Map;

/** Finds second rules for a host, whose policy Istio does not use. */
final class SecondRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    for (HostObjects host : context.hosts().all()) {
      if (host.rules.size() > 1) {
        check(host, context);
      }
    }
  }

  /** Istio merges the rules of one namespace that select no pods, and keeps one policy. */
  private static void check(HostObjects host, LintContext context) {
    Map<String, RuleView> first = new HashMap<>();
    Map<String, RuleView> other = new HashMap<>();
    for (RuleView rule : host.rules) {
      if (hasPolicy(rule)) {
        RuleView before = first.putIfAbsent(rule.namespace(), rule);
        if (before != null && isSame(before, rule)) {
          before = other.get(rule.namespace());
        } else if (before != null) {
          other.putIfAbsent(rule.namespace(), rule);
        }
        if (before != null) {
          report(rule, before, context);
        }
      }
    }
  }

  /** A rule that is twice in the input is one rule. */
  private static boolean isSame(RuleView rule, RuleView other) {
    return rule.object().id().equals(other.object().id());
  }

  private static boolean hasPolicy(RuleView rule) {
    return rule.policy().present() && !rule.selectsPods();
  }

  private static void report(RuleView rule, RuleView first, LintContext context) {
    context
        .findings()
        .add(
            Rule.DEAD_RULE,
            rule.object(),
            rule.policy().path(),
            "expected one `trafficPolicy` for `"
                + rule.host()
                + "`, found another in `"
                + first.object().id()
                + "`, and Istio uses only that of the older rule",
            "Move the settings to `" + first.object().id() + "`");
  }
}
