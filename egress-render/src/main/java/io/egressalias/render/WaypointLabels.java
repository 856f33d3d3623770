package io.egressalias.render;

import io.egressalias.model.Waypoint;
import io.egressalias.resolve.ResolvedAlias;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The labels of a Service that name its waypoint. The other objects of an alias need no label.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/labels/#IoIstioUseWaypoint">
 *     istio.io/use-waypoint</a>
 */
final class WaypointLabels {
  private static final String NAME = "istio.io/use-waypoint";
  private static final String NAMESPACE = "istio.io/use-waypoint-namespace";

  private WaypointLabels() {}

  /** Returns the labels; empty if the namespace has them, or if no waypoint carries the alias. */
  static Map<String, String> of(ResolvedAlias alias) {
    if (!(alias.waypoint().orElse(null) instanceof Waypoint.Named waypoint)) {
      return Map.of();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(NAME, waypoint.name());
    if (isElsewhere(waypoint, alias)) {
      labels.put(NAMESPACE, waypoint.namespace().orElse(""));
    }
    return labels;
  }

  /** Returns whether a waypoint is in another namespace than an alias. */
  static boolean isElsewhere(Waypoint.Named waypoint, ResolvedAlias alias) {
    return waypoint.namespace().isPresent()
        && !waypoint.namespace().get().equals(alias.namespace());
  }
}
