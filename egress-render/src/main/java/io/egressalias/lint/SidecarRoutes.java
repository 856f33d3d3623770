package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the routes of VirtualServices that sidecars use for a port. */
final class SidecarRoutes {
  private static final String SIDECARS = "mesh";

  /** The keys of a match that are not about a call itself, or that a host without a match has. */
  private static final Set<String> UNCONDITIONAL = Set.of("port", "gateways", "name", "sniHosts");

  private static final List<String> HTTP = List.of("http");
  private static final List<String> OTHERS = List.of("tls", "tcp");

  private SidecarRoutes() {}

  /** Returns the routes that are for a port, for callers of a namespace. */
  static List<Field> of(HostTable hosts, HostObjects host, HostPort port, String caller) {
    List<String> sections = port.isHttp() || port.isDetected() ? HTTP : OTHERS;
    List<Field> routes = new ArrayList<>();
    for (ManifestObject service : hosts.routes(host)) {
      Field spec = Field.of(service, "spec");
      if (HostTable.isExported(spec.at("exportTo"), hosts.namespace(service), caller)) {
        for (String section : sections) {
          for (Field route : spec.at(section).items()) {
            if (isFor(spec, route, port.number())) {
              routes.add(route);
            }
          }
        }
      }
    }
    return routes;
  }

  /** Returns whether sidecars use a route for a port. */
  static boolean isFor(Field spec, Field route, int port) {
    List<Field> matches = route.at("match").items();
    if (matches.isEmpty()) {
      return has(spec.at("gateways").texts());
    }
    for (Field match : matches) {
      OptionalInt only = port(match);
      if ((only.isEmpty() || only.getAsInt() == port) && isForSidecars(spec, match)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a route is for some of the calls to its ports alone. */
  static boolean isConditional(Field route) {
    for (Field match : route.at("match").items()) {
      boolean all = true;
      for (String key : match.keys()) {
        all &= UNCONDITIONAL.contains(key);
      }
      if (all) {
        return false;
      }
    }
    return route.at("match").items().size() > 0;
  }

  /** Returns the port that a match requires; empty: none. Istio takes 0 as none. */
  static OptionalInt port(Field match) {
    OptionalInt number = match.at("port").number();
    return number.isPresent() && number.getAsInt() == 0 ? OptionalInt.empty() : number;
  }

  /** Returns whether sidecars use a route, for any port. */
  static boolean isForSidecars(Field spec, Field match) {
    List<String> own = match.at("gateways").texts();
    return has(own.isEmpty() ? spec.at("gateways").texts() : own);
  }

  private static boolean has(List<String> gateways) {
    return gateways.isEmpty() || gateways.contains(SIDECARS);
  }
}
