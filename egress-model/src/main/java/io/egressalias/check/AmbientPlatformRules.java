package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.DataPlane;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;

/** Rules about the fields of a platform that depend on its data plane. */
final class AmbientPlatformRules {
  private AmbientPlatformRules() {}

  static void check(Platform platform, FieldPath path, FindingCollector findings) {
    if (platform.waypoint().isPresent()) {
      WaypointRules.name(platform.waypoint().get(), path.key("waypoint"), findings);
    }
    if (platform.dataPlane() == DataPlane.SIDECAR) {
      if (platform.waypoint().isPresent()) {
        WaypointRules.ofSidecars(path.key("waypoint"), findings);
      }
    } else if (platform.outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY) {
      findings.add(
          Rule.REGISTRY_ONLY_IN_AMBIENT,
          path.key("outboundTrafficPolicy"),
          "ztunnel does not enforce `REGISTRY_ONLY`, so pods without a sidecar reach unknown hosts, and pods with"
              + " a sidecar cannot use aliases of external names in the direct form",
          "Keep the declaration as it is, and use a NetworkPolicy if pods must not call other hosts");
    }
  }
}
