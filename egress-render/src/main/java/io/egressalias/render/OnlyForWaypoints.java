package io.egressalias.render;

import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.WaypointLabels;
import java.util.Map;

/**
 * An alias whose rule applies to waypoints only, because its TLS needs files or a Secret. A sidecar
 * has neither, and it would send plaintext instead of using the Secret. Without the rule it sends
 * nothing.
 */
final class OnlyForWaypoints {
  private OnlyForWaypoints() {}

  static boolean is(ResolvedAlias alias) {
    return alias.form() == Form.WAYPOINT
        && alias.needsFilesOrSecret()
        && alias.alias().workloadSelector().isEmpty();
  }

  /**
   * Returns the label of the ServiceEntry, which keeps the entry out of the waypoint of its
   * namespace. For a host that a waypoint serves, Istio ignores rules that select pods, and the
   * route would have no destination.
   */
  static Map<String, String> labelsOfEntry(ResolvedAlias alias) {
    return is(alias) && WaypointLabels.otherNamespace(alias).isEmpty()
        ? Map.of(WaypointLabels.NAME, WaypointLabels.NONE)
        : Map.of();
  }
}
