package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A route of a VirtualService, as sidecars read it.
 *
 * @param field the route: an item of {@code http}, {@code tls} or {@code tcp}
 * @param index its position among the routes of the VirtualService
 * @param forAllPorts whether sidecars use the route for every port
 * @param ports the ports for which sidecars use the route, without those of {@code forAllPorts}
 * @param isConditional whether the route is for some of the calls to its ports alone
 */
record RouteView(
    Field field, int index, boolean forAllPorts, Set<Integer> ports, boolean isConditional) {

  /** The keys of a match that are not about a call itself, or that a host without a match has. */
  private static final Set<String> UNCONDITIONAL = Set.of("port", "gateways", "name", "sniHosts");

  /** Reads a route of a VirtualService. */
  static RouteView of(Field route, int index, boolean inherited) {
    List<Field> matches = route.at("match").items();
    boolean all = matches.isEmpty() && inherited;
    boolean conditional = !matches.isEmpty();
    Set<Integer> ports = new HashSet<>();
    for (Field match : matches) {
      if (VirtualServiceView.isForSidecars(match, inherited)) {
        OptionalInt only = port(match);
        all |= only.isEmpty();
        only.ifPresent(ports::add);
      }
      conditional &= isConditional(match);
    }
    return new RouteView(route, index, all, ports, conditional);
  }

  private static boolean isConditional(Field match) {
    for (String key : match.keys()) {
      if (!UNCONDITIONAL.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the port that a match requires; empty: none. Istio takes 0 as none. */
  static OptionalInt port(Field match) {
    OptionalInt number = match.at("port").number();
    return number.isPresent() && number.getAsInt() == 0 ? OptionalInt.empty() : number;
  }

  /** Returns whether sidecars use the route for a port. */
  boolean isFor(int port) {
    return forAllPorts || ports.contains(port);
  }

  /** Returns the destinations that get calls: one with the weight 0 beside others gets none. */
  List<Field> destinations() {
    List<Field> items = field.at("route").items();
    List<Field> destinations = new ArrayList<>();
    for (Field item : items) {
      OptionalInt weight = item.at("weight").number();
      if (items.size() == 1 || weight.isEmpty() || weight.getAsInt() != 0) {
        destinations.add(item.at("destination"));
      }
    }
    return destinations;
  }
}
