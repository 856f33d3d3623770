package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes of VirtualServices on the name of an alias.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/virtual-service/">VirtualService</a>
 */
final class Routes {
  private static final Set<String> SPEC =
      Set.of("hosts", "http", "tcp", "tls", "gateways", "exportTo");

  /** The name of a route is used in logs alone. */
  private static final Set<String> ROUTE = Set.of("name", "match", "route", "rewrite");

  private static final Set<String> MATCH =
      Set.of("name", "port", "sourceLabels", "sourceNamespace", "gateways");
  private static final Set<String> DESTINATION = Set.of("destination", "weight");

  /** The gateway that means all sidecars. */
  private static final String SIDECARS = "mesh";

  private final List<Route> routes = new ArrayList<>();
  private final LostFields lost;

  /**
   * A route for a port.
   *
   * @param match the condition; empty: none
   * @param conditional whether it applies to a part of the traffic only
   * @param destination the first destination
   * @param authority the Host header that it sets; absent: none
   */
  record Route(Optional<Field> match, boolean conditional, Field destination, Field authority) {

    String host() {
      return destination.at("host").text();
    }

    String subset() {
      return destination.at("subset").text();
    }

    /** Returns the labels of the pods that use the route. */
    Map<String, String> sourceLabels() {
      return match.isPresent() ? match.get().at("sourceLabels").entries() : Map.of();
    }

    private boolean covers(int port) {
      Optional<Field> wanted = match.map(m -> m.at("port"));
      return wanted.isEmpty()
          || !wanted.get().present()
          || wanted.get().number().equals(OptionalInt.of(port));
    }
  }

  private Routes(LostFields lost) {
    this.lost = lost;
  }

  /** Reads the routes of VirtualServices. */
  static Routes of(List<ManifestObject> services, LostFields lost) {
    Routes routes = new Routes(lost);
    for (ManifestObject service : services) {
      routes.add(Field.of(service, "spec"));
    }
    return routes;
  }

  /** Returns whether a VirtualService applies to sidecars, and not only to gateways. */
  static boolean isForSidecars(ManifestObject service) {
    return appliesToSidecars(Field.of(service, "spec"));
  }

  /** Adds the hosts of VirtualServices that are not of an alias to the lost fields. */
  static void addOtherHosts(AliasObjects objects, Set<String> own, String domain, LostFields lost) {
    for (ManifestObject service : objects.routes) {
      for (Field host : Field.of(service, "spec", "hosts").items()) {
        Optional<LocalName> name = LocalName.of(host.text(), objects.namespace, domain);
        boolean ofAlias = name.isPresent() && name.get().isOf(objects.namespace, objects.name);
        if (!ofAlias && !own.contains(host.text())) {
          lost.add(host);
        }
      }
    }
  }

  /** Returns the route of a port, preferably one for all of its traffic; empty: none. */
  Optional<Route> of(int port) {
    @Nullable Route partial = null;
    for (Route route : routes) {
      if (route.covers(port)) {
        if (!route.conditional()) {
          return Optional.of(route);
        }
        partial = partial == null ? route : partial;
      }
    }
    return Optional.ofNullable(partial);
  }

  private void add(Field spec) {
    lost.addAllBut(spec, SPEC);
    lost.addExportTo(spec);
    if (spec.at("gateways").items().size() > 1) {
      lost.add(spec.at("gateways"));
    }
    for (String section : List.of("http", "tls", "tcp")) {
      for (Field route : spec.at(section).items()) {
        addRoute(route);
      }
    }
  }

  private static boolean appliesToSidecars(Field parent) {
    List<String> gateways = parent.at("gateways").texts();
    return gateways.isEmpty() || gateways.contains(SIDECARS);
  }

  private void addRoute(Field route) {
    lost.addAllBut(route, ROUTE);
    Field rewrite = route.at("rewrite");
    lost.addAllBut(rewrite, Set.of("authority"));
    List<Field> destinations = route.at("route").items();
    if (destinations.isEmpty()) {
      return;
    }
    if (destinations.size() > 1) {
      lost.add(route.at("route"));
    }
    lost.addAllBut(destinations.get(0), DESTINATION);
    Field destination = destinations.get(0).at("destination");
    Field authority = rewrite.at("authority");
    List<Field> matches = route.at("match").items();
    if (matches.isEmpty()) {
      routes.add(new Route(Optional.empty(), false, destination, authority));
    }
    for (Field match : matches) {
      lost.addAllBut(match, MATCH);
      if (!appliesToSidecars(match)) {
        lost.add(match.at("gateways"));
        continue;
      }
      boolean conditional = !MATCH.containsAll(match.keys());
      routes.add(new Route(Optional.of(match), conditional, destination, authority));
    }
  }
}
