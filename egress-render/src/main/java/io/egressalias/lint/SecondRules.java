package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import org.jspecify.annotations.Nullable;

/** Finds second rules for a host, whose policy Istio does not use. */
final class SecondRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    for (HostObjects host : context.hosts().all()) {
      for (int i = 1; i < host.rules.size(); i++) {
        RuleView rule = host.rules.get(i);
        RuleView first = earlier(host, i);
        if (first != null) {
          report(rule, first, context);
        }
      }
    }
  }

  /** Istio merges the rules of one namespace that select no pods, and keeps one policy. */
  private static @Nullable RuleView earlier(HostObjects host, int index) {
    RuleView rule = host.rules.get(index);
    if (!hasPolicy(rule)) {
      return null;
    }
    for (int i = 0; i < index; i++) {
      RuleView other = host.rules.get(i);
      if (hasPolicy(other)
          && other.namespace().equals(rule.namespace())
          && !other.object().id().equals(rule.object().id())) {
        return other;
      }
    }
    return null;
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
