package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.List;
import java.util.OptionalInt;

/** Determines which ports of a host have a route of sidecars. */
final class RoutedPorts {
  private RoutedPorts() {}

  /** Returns whether sidecars have a route for the host. */
  static boolean isRouted(HostObjects host) {
    for (ManifestObject service : host.routes) {
      if (isOfSidecars(Field.of(service, "spec"))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether sidecars have a route for a port of the host. */
  static boolean isRouted(HostObjects host, OptionalInt port) {
    for (ManifestObject service : host.routes) {
      Field spec = Field.of(service, "spec");
      for (String section : List.of("http", "tls", "tcp")) {
        for (Field route : spec.at(section).items()) {
          if (isFor(route, isOfSidecars(spec), port)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isFor(Field route, boolean ofSidecars, OptionalInt port) {
    List<Field> matches = route.at("match").items();
    if (matches.isEmpty()) {
      return ofSidecars;
    }
    for (Field match : matches) {
      boolean inherits = match.at("gateways").items().isEmpty();
      OptionalInt number = SidecarRoutes.port(match);
      if ((inherits ? ofSidecars : isOfSidecars(match))
          && (number.isEmpty() || number.equals(port))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfSidecars(Field parent) {
    List<String> gateways = parent.at("gateways").texts();
    return gateways.isEmpty() || gateways.contains("mesh");
  }
}
