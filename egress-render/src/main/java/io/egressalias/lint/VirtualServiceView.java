package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A VirtualService, as Istio reads it. Many hosts ask for its routes, so that it is read once. */
final class VirtualServiceView {
  /** The gateway that means all sidecars. */
  private static final String SIDECARS = "mesh";

  static final List<String> SECTIONS = List.of("http", "tls", "tcp");

  private final ManifestObject object;
  private final HostTable hosts;
  private final Field spec;
  private final ExportTo exportTo;
  private final List<String> gateways;
  private final boolean forSidecars;
  private final boolean forGateways;
  private final Map<String, List<RouteView>> routes = new LinkedHashMap<>();

  private @Nullable RouteIndex http;
  private @Nullable RouteIndex others;
  private @Nullable List<String> names;
  private boolean hasSoughtGateway;
  private Optional<String> gatewayNamespace = Optional.empty();

  /** The hosts that have each port with HTTP, once one is asked for. */
  private @Nullable Map<Integer, SeveralHosts> httpPorts;

  /** The hosts that have a port with HTTP. */
  private final SeveralHosts httpHosts = new SeveralHosts();

  VirtualServiceView(ManifestObject object, HostTable hosts) {
    this.object = object;
    this.hosts = hosts;
    this.spec = Field.of(object, "spec");
    this.exportTo = ExportTo.of(spec.at("exportTo"), hosts.namespace(object));
    this.gateways = List.copyOf(spec.at("gateways").texts());
    this.forSidecars = gateways.isEmpty() || includes(gateways, true);
    this.forGateways = includes(gateways, false);
  }

  /** Returns whether callers of a namespace use the routes. */
  boolean isVisibleIn(String caller) {
    return exportTo.includes(caller);
  }

  /** Returns the gateways; empty: sidecars. */
  List<String> gateways() {
    return gateways;
  }

  /** Returns whether sidecars, or gateways, use a match without gateways of its own. */
  boolean isFor(boolean sidecars) {
    return sidecars ? forSidecars : forGateways;
  }

  /** Returns whether gateways include that of sidecars, or another one. */
  static boolean includes(List<String> gateways, boolean sidecars) {
    for (String gateway : gateways) {
      if (gateway.equals(SIDECARS) == sidecars) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether sidecars use a match, for any port. */
  boolean isForSidecars(Field match) {
    return isForSidecars(match, forSidecars);
  }

  /** Returns whether sidecars use a match, or one without gateways. */
  static boolean isForSidecars(Field match, boolean inherited) {
    List<String> own = match.at("gateways").texts();
    return own.isEmpty() ? inherited : own.contains(SIDECARS);
  }

  /** Returns whether both sidecars and a gateway use the routes. */
  boolean isOfBoth() {
    return gateways.size() > 1 && forSidecars;
  }

  /** Returns the hosts, in full. */
  List<String> names() {
    if (names == null) {
      List<String> resolved = new ArrayList<>();
      for (String written : spec.at("hosts").texts()) {
        resolved.add(hosts.resolve(written, object));
      }
      names = List.copyOf(resolved);
    }
    return names;
  }

  /** Returns the routes of a section. */
  List<RouteView> routes(String section) {
    if (routes.isEmpty()) {
      boolean inherited = forSidecars;
      int index = 0;
      for (String each : SECTIONS) {
        List<RouteView> read = new ArrayList<>();
        for (Field route : spec.at(each).items()) {
          read.add(RouteView.of(route, index, inherited));
          index++;
        }
        routes.put(each, read);
      }
    }
    return routes.getOrDefault(section, List.of());
  }

  /** Returns the routes for ports with HTTP, or those for all other ports. */
  RouteIndex index(boolean ofHttp) {
    if (ofHttp) {
      if (http == null) {
        http = new RouteIndex(routes("http"), hosts);
      }
      return http;
    }
    if (others == null) {
      List<RouteView> read = new ArrayList<>(routes("tls"));
      read.addAll(routes("tcp"));
      others = new RouteIndex(read, hosts);
    }
    return others;
  }

  /** Returns the namespace of the gateway to which sidecars send the calls; empty: none. */
  Optional<String> gatewayNamespace() {
    if (!hasSoughtGateway) {
      hasSoughtGateway = true;
      gatewayNamespace = GatewayPlace.find(object, hosts);
    }
    return gatewayNamespace;
  }

  /** Returns whether sidecars use a route for HTTP at another port or host than these. */
  boolean isHttpAtOther(RouteView route, String host, int port) {
    Map<Integer, SeveralHosts> found = httpPorts();
    if (route.forAllPorts()) {
      SeveralHosts same = found.get(port);
      return httpHosts.hasOtherThan(host) || found.size() > (same == null ? 0 : 1);
    }
    for (int each : route.ports()) {
      SeveralHosts of = found.get(each);
      if (of != null && (each != port || of.hasOtherThan(host))) {
        return true;
      }
    }
    return false;
  }

  private Map<Integer, SeveralHosts> httpPorts() {
    if (httpPorts == null) {
      Map<Integer, SeveralHosts> found = new HashMap<>();
      for (String name : names()) {
        for (HostPort port : hosts.get(name).ports()) {
          if (port.isHttp() || port.isDetected()) {
            found.computeIfAbsent(port.number(), key -> new SeveralHosts()).add(name);
            httpHosts.add(name);
          }
        }
      }
      httpPorts = found;
    }
    return httpPorts;
  }
}
