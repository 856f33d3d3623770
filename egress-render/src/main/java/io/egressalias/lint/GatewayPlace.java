package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.Platform;
import java.util.Optional;

/** Finds the namespace of the pods of a gateway, which the Gateway itself does not have. */
final class GatewayPlace {
  private GatewayPlace() {}

  /**
   * Returns the namespace of the Service to which sidecars send the calls of a host that a gateway
   * leads to; empty: no route does so.
   */
  static Optional<String> namespace(HostObjects host) {
    return host.gatewayNamespace();
  }

  /** Finds the namespace for {@link HostObjects}, which remembers it. */
  static Optional<String> find(HostObjects host, HostTable hosts) {
    for (Destination destination : host.destinations) {
      Optional<String> found = hosts.view(destination.service()).gatewayNamespace();
      if (found.isPresent()) {
        return found;
      }
    }
    for (ManifestObject service : host.routes) {
      Optional<String> found = hosts.view(service).gatewayNamespace();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Returns whether a gateway that leads to a host is an object of a namespace. */
  static boolean hasGateway(String namespace, HostObjects host, HostTable hosts) {
    for (Destination destination : host.destinations) {
      if (destination.forGateways() && namesGateway(namespace, destination.service(), hosts)) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesGateway(String namespace, ManifestObject service, HostTable hosts) {
    for (String gateway : hosts.view(service).gateways()) {
      int slash = gateway.indexOf('/');
      String own = slash < 0 ? hosts.namespace(service) : gateway.substring(0, slash);
      if (!gateway.equals("mesh") && own.equals(namespace)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the namespace of the Service to which a VirtualService sends the calls of sidecars
   * first; empty: it has no such route.
   */
  static Optional<String> find(ManifestObject service, HostTable hosts) {
    VirtualServiceView view = hosts.view(service);
    for (String section : VirtualServiceView.SECTIONS) {
      for (RouteView route : view.routes(section)) {
        if (isForSidecars(view, route.field())) {
          Optional<String> found = namespace(route.field(), service, hosts);
          if (found.isPresent()) {
            return found;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isForSidecars(VirtualServiceView service, Field route) {
    for (Field match : route.at("match").items()) {
      if (service.isForSidecars(match)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> namespace(Field route, ManifestObject service, HostTable hosts) {
    for (Field item : route.at("route").items()) {
      String host = hosts.resolve(item.at("destination").at("host").text(), service);
      if (hosts.isLocal(host)) {
        LocalHost local = LocalHost.of(host, domain(host));
        if (local != null && !local.namespace().isEmpty()) {
          return Optional.of(local.namespace());
        }
      }
    }
    return Optional.empty();
  }

  private static String domain(String host) {
    int svc = host.indexOf(".svc.");
    return svc < 0 ? Platform.DEFAULT_CLUSTER_DOMAIN : host.substring(svc + ".svc.".length());
  }
}
