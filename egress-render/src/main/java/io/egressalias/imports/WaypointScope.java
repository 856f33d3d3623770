package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Waypoint;
import io.egressalias.model.Waypoint.Named;
import io.egressalias.object.KnownKind;
import io.egressalias.resolve.WaypointLabels;
import java.util.List;
import java.util.Optional;

/**
 * Recognizes the fields by which only waypoints use a DestinationRule. They are rendered for a rule
 * whose TLS needs files or a Secret.
 *
 * @param ambient whether waypoints carry the traffic
 * @param elsewhere the namespace of the waypoint; empty: that of the rule
 */
record WaypointScope(boolean ambient, String elsewhere) {
  /** No rule is for waypoints only. */
  static final WaypointScope NONE = new WaypointScope(false, "");

  static WaypointScope of(Optional<Waypoint> waypoint, ImportContext context) {
    boolean ambient = context.platform().dataPlane() == DataPlane.AMBIENT;
    Waypoint known = waypoint.or(() -> context.platform().waypoint()).orElse(null);
    return new WaypointScope(
        ambient, known instanceof Named named ? named.namespace().orElse("") : "");
  }

  /** Returns whether an object is a DestinationRule for the pods of waypoints. */
  static boolean isSelector(ManifestObject object) {
    return object.kind() == KnownKind.DESTINATION_RULE
        && Field.of(object, "spec", "workloadSelector", "matchLabels")
            .entries()
            .equals(WaypointLabels.PODS);
  }

  boolean isSelector(Field selector) {
    return ambient && selector.at("matchLabels").entries().equals(WaypointLabels.PODS);
  }

  boolean isExport(Field exportTo) {
    return ambient && !elsewhere.isEmpty() && exportTo.texts().equals(List.of(elsewhere));
  }
}
