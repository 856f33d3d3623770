package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds routes and settings for HTTP that are for ports without HTTP, so that sidecars do not use
 * them.
 */
final class UnusedRouteRules implements ManifestRule {
  private static final List<String> SETTINGS =
      List.of(
          "timeout",
          "retries",
          "fault",
          "rewrite",
          "redirect",
          "directResponse",
          "headers",
          "mirror",
          "mirrors",
          "corsPolicy");

  private static final String REMOVE =
      "Remove this route, or use `protocol: HTTP` and `targetPort` for a port for which a"
          + " DestinationRule originates TLS";

  @Override
  public void check(LintContext context) {
    for (ManifestObject service : context.set().of(KnownKind.VIRTUAL_SERVICE)) {
      List<RouteView> routes = context.hosts().view(service).routes("http");
      if (!routes.isEmpty()) {
        check(service, routes, context);
      }
    }
  }

  private static void check(ManifestObject service, List<RouteView> routes, LintContext context) {
    VirtualServiceView view = context.hosts().view(service);
    ArrivalPorts ports = new ArrivalPorts();
    for (String name : view.names()) {
      HostObjects host = context.hosts().get(name);
      if (host.ports().isEmpty() || host.isExternalName()) {
        return;
      }
      ports.add(host.ports());
    }
    Set<String> own = new HashSet<>(view.names());
    for (RouteView route : routes) {
      Optional<HostPort> port = isForGateway(view, route) ? Optional.empty() : ports.other(route);
      Optional<Field> setting = port.isEmpty() ? Optional.empty() : setting(route.field());
      if (setting.isEmpty() && port.isPresent()) {
        setting = elsewhere(own, route.field(), context);
      }
      if (setting.isPresent()) {
        report(service, setting.get(), port.orElseThrow(), context);
        return;
      }
    }
  }

  /** Returns the first destination with another host than those of the VirtualService. */
  private static Optional<Field> elsewhere(Set<String> own, Field route, LintContext context) {
    for (Field item : route.at("route").items()) {
      Field host = item.at("destination").at("host");
      if (!own.contains(context.hosts().resolve(host.text(), route.object()))) {
        return Optional.of(host);
      }
    }
    return Optional.empty();
  }

  private static Optional<Field> setting(Field route) {
    for (String key : SETTINGS) {
      if (route.at(key).present()) {
        return Optional.of(route.at(key));
      }
    }
    return Optional.empty();
  }

  private static boolean isForGateway(VirtualServiceView service, RouteView route) {
    boolean own = false;
    for (Field match : route.field().at("match").items()) {
      List<String> gateways = match.at("gateways").texts();
      if (VirtualServiceView.includes(gateways, false)) {
        return true;
      }
      own |= !gateways.isEmpty();
    }
    return !own && service.isFor(false);
  }

  private static void report(
      ManifestObject service, Field setting, HostPort port, LintContext context) {
    String path = setting.path().toString();
    String key = path.substring(path.lastIndexOf('.') + 1);
    boolean leads = key.equals("host");
    context
        .findings()
        .add(
            Rule.HTTP_ROUTE_OF_OTHER_PORT,
            service,
            setting.path(),
            "expected a port with the protocol HTTP for "
                + (leads ? "the route to `" + Quoted.shortened(setting.text()) : "`" + key)
                + "`, found port `"
                + port.number()
                + "` with "
                + (port.isTls() ? "TLS of the workload" : "a TCP stream")
                + ", for which sidecars do not use the routes in `http`",
            leads ? move(port) : REMOVE);
  }

  private static String move(HostPort port) {
    return port.isTls()
        ? "Write the route in `tls` with `sniHosts`"
        : "Write the route in `tcp`, or `protocol: HTTP` for the port";
  }
}
