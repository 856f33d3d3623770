package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The routes of a VirtualService that sidecars use, by ports and destinations. A VirtualService may
 * have many hosts, ports and routes, so that no question looks at all routes.
 */
final class RouteIndex {
  /** No number of a port. */
  private static final int ALL = Integer.MIN_VALUE;

  /**
   * A destination of a route.
   *
   * @param index the position of the route
   * @param field the destination
   * @param port the port of the destination; empty: the only one of the host
   */
  record Leading(int index, Field field, OptionalInt port) {}

  private final Map<Integer, OfPort> ports = new HashMap<>();

  /** The routes for one port, or those for all ports. */
  private static final class OfPort {
    /** The position of the first route that takes all calls. */
    private int end = Integer.MAX_VALUE;

    private final Map<String, List<Leading>> leading = new HashMap<>();
    private final SeveralHosts hosts = new SeveralHosts();
  }

  RouteIndex(List<RouteView> routes, HostTable hosts) {
    for (RouteView route : routes) {
      if (route.forAllPorts()) {
        add(route, ALL, hosts);
      } else {
        for (int port : route.ports()) {
          add(route, port, hosts);
        }
      }
    }
  }

  private void add(RouteView route, int port, HostTable hosts) {
    OfPort found = ports.computeIfAbsent(port, key -> new OfPort());
    if (!route.isConditional()) {
      found.end = Math.min(found.end, route.index());
    }
    for (Field item : route.field().at("route").items()) {
      found.hosts.add(host(item.at("destination"), hosts));
    }
    for (Field destination : route.destinations()) {
      OptionalInt to = destination.at("port").at("number").number();
      found
          .leading
          .computeIfAbsent(host(destination, hosts), key -> new ArrayList<>())
          .add(new Leading(route.index(), destination, to));
    }
  }

  private static String host(Field destination, HostTable hosts) {
    return hosts.resolve(destination.at("host").text(), destination.object());
  }

  /** Returns whether a route is for a port. */
  boolean has(int port) {
    return ports.containsKey(port) || ports.containsKey(ALL);
  }

  /** Returns whether a route is for a port, or for all of them if the port is not known. */
  boolean has(OptionalInt port) {
    return has(port.orElse(ALL));
  }

  /** Returns whether a route for the port takes all calls that come to it. */
  boolean ends(int port) {
    return end(port) < Integer.MAX_VALUE;
  }

  private int end(int port) {
    OfPort all = ports.get(ALL);
    OfPort own = ports.get(port);
    int end = all == null ? Integer.MAX_VALUE : all.end;
    return own == null ? end : Math.min(end, own.end);
  }

  /** Returns whether a route for a port leads to another host. */
  boolean leadsAway(String host, int port) {
    OfPort all = ports.get(ALL);
    OfPort own = ports.get(port);
    return (all != null && all.hosts.hasOtherThan(host))
        || (own != null && own.hosts.hasOtherThan(host));
  }

  /** Returns the destinations with a host of the routes for a port, in their order. */
  List<Leading> leading(String host, int port) {
    List<Leading> all = leading(ports.get(ALL), host);
    List<Leading> own = leading(ports.get(port), host);
    if (all.isEmpty() && own.isEmpty()) {
      return List.of();
    }
    List<Leading> found = new ArrayList<>();
    add(all, end(port), found);
    add(own, end(port), found);
    if (!all.isEmpty() && !own.isEmpty()) {
      found.sort(Comparator.comparingInt(Leading::index));
    }
    return found;
  }

  private static List<Leading> leading(@Nullable OfPort ports, String host) {
    return ports == null ? List.of() : ports.leading.getOrDefault(host, List.of());
  }

  /** A route after one that takes all calls gets none. */
  private static void add(List<Leading> leading, int end, List<Leading> found) {
    for (Leading each : leading) {
      if (each.index() > end) {
        return;
      }
      found.add(each);
    }
  }
}
