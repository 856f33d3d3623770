package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.resolve.Form;

/** Reports once for each declaration that waypoints carry out routes whose support is alpha. */
final class WaypointRoutesRule implements AliasRule {
  private static final FieldPath DATA_PLANE = FieldPath.of("spec", "platform", "dataPlane");

  private int reported = -1;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (alias.resolved().form() != Form.WAYPOINT || alias.document() == reported) {
      return;
    }
    reported = alias.document();
    findings.add(
        Rule.WAYPOINT_ROUTES,
        DATA_PLANE,
        "the routes are VirtualServices, whose support at waypoints Istio calls alpha",
        "Keep the declaration as it is, and add no HTTPRoute or TCPRoute for the Service of an alias");
  }
}
