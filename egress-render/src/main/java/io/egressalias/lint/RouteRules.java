package io.egressalias.lint;

import java.util.List;

/** Rules about VirtualServices and Gateways, and about the hosts that rules and routes name. */
final class RouteRules implements ManifestRule {
  private static final List<ManifestRule> RULES =
      List.of(
          new UnusedRouteRules(),
          new ShortHostRules(),
          new UnencryptedRouteRules(),
          new GatewayRouteRules(),
          new SpellingRules());

  @Override
  public void check(LintContext context) {
    for (ManifestRule rule : RULES) {
      rule.check(context);
    }
  }
}
