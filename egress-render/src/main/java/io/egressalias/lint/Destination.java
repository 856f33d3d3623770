package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.OptionalInt;

/**
 * A destination of a route of a VirtualService.
 *
 * @param service the VirtualService
 * @param section {@code http}, {@code tls} or {@code tcp}
 * @param route the route: an item of the section
 * @param field the destination
 * @param port the number of the port; empty: the only port of the host
 * @param host the host of the destination, in full
 * @param forSidecars whether sidecars use the route
 * @param forGateways whether a gateway uses the route
 */
record Destination(
    ManifestObject service,
    String section,
    RouteView route,
    Field field,
    OptionalInt port,
    String host,
    boolean forSidecars,
    boolean forGateways) {

  /** Returns the name of the subset; empty: none. */
  String subset() {
    return field.at("subset").text();
  }
}
