package io.egressalias.lint;

import java.util.List;

/** Rules about objects for ztunnels and waypoints. */
final class AmbientRules implements ManifestRule {
  private static final List<ManifestRule> RULES =
      List.of(
          new WaypointLabelRules(),
          new MissingWaypointRules(),
          new PassedWaypointRules(),
          new EndpointAddressRules(),
          new WaypointSelectorRules());

  @Override
  public void check(LintContext context) {
    if (!context.ambient().isEmpty()) {
      for (ManifestRule rule : RULES) {
        rule.check(context);
      }
    }
  }
}
