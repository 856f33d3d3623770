package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.OptionalInt;

/** Finds the ports of a host that a route of sidecars leads to another one. */
final class RoutedPorts {
  private RoutedPorts() {}

  /** Returns whether sidecars have a route for the host. */
  static boolean isRouted(HostTable hosts, HostObjects host) {
    for (ManifestObject service : host.routes) {
      if (hosts.view(service).isFor(true)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether sidecars have a route for a port of the host. */
  static boolean isRouted(HostTable hosts, HostObjects host, OptionalInt port) {
    for (ManifestObject service : host.routes) {
      VirtualServiceView view = hosts.view(service);
      if (view.index(true).has(port) || view.index(false).has(port)) {
        return true;
      }
    }
    return false;
  }
}
