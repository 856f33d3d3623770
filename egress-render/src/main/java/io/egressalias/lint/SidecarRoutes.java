package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.List;

/** Finds the routes of VirtualServices that sidecars use for a port. */
final class SidecarRoutes {
  private SidecarRoutes() {}

  /**
   * Returns the routes of each VirtualService that has one for a port, for callers of a namespace.
   */
  static List<RouteIndex> of(HostTable hosts, HostObjects host, HostPort port, String caller) {
    List<ManifestObject> services = hosts.routes(host);
    if (services.isEmpty()) {
      return List.of();
    }
    List<RouteIndex> found = new ArrayList<>();
    for (ManifestObject service : services) {
      VirtualServiceView view = hosts.view(service);
      if (view.isVisibleIn(caller)) {
        RouteIndex index = view.index(port.isHttp() || port.isDetected());
        if (index.has(port.number())) {
          found.add(index);
        }
      }
    }
    return found;
  }
}
