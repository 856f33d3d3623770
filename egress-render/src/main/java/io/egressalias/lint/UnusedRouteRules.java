package io.egressalias.lint;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
      List<Field> routes = Field.of(service, "spec", "http").items();
      if (!routes.isEmpty()) {
        check(service, routes, context);
      }
    }
  }

  private static void check(ManifestObject service, List<Field> routes, LintContext context) {
    List<HostPort> ports = new ArrayList<>();
    Field spec = Field.of(service, "spec");
    for (String written : spec.at("hosts").texts()) {
      HostObjects host = context.hosts().get(context.hosts().resolve(written, service));
      if (host.ports().isEmpty() || host.isExternalName()) {
        return;
      }
      ports.addAll(host.ports());
    }
    for (Field route : routes) {
      Optional<HostPort> port = other(spec, route, ports);
      Optional<Field> setting = port.isEmpty() ? Optional.empty() : setting(route);
      if (setting.isEmpty() && port.isPresent()) {
        setting = elsewhere(service, route, context);
      }
      if (setting.isPresent()) {
        report(service, setting.get(), port.orElseThrow(), context);
        return;
      }
    }
  }

  /** Returns the first destination with another host than those of the VirtualService. */
  private static Optional<Field> elsewhere(
      ManifestObject service, Field route, LintContext context) {
    List<String> own = new ArrayList<>();
    for (String written : Field.of(service, "spec", "hosts").texts()) {
      own.add(context.hosts().resolve(written, service));
    }
    for (Field item : route.at("route").items()) {
      Field host = item.at("destination").at("host");
      if (!own.contains(context.hosts().resolve(host.text(), service))) {
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

  /** Returns a port that the route is for; empty: one of them has HTTP, or a gateway uses it. */
  private static Optional<HostPort> other(Field spec, Field route, List<HostPort> ports) {
    Optional<HostPort> other = Optional.empty();
    for (HostPort port : ports) {
      if (SidecarRoutes.isFor(spec, route, port.number())) {
        if (port.isHttp() || port.isDetected()) {
          return Optional.empty();
        }
        other = other.isPresent() ? other : Optional.of(port);
      }
    }
    return isForGateway(spec, route) ? Optional.empty() : other;
  }

  private static boolean isForGateway(Field spec, Field route) {
    List<String> all = new ArrayList<>();
    for (Field match : route.at("match").items()) {
      all.addAll(match.at("gateways").texts());
    }
    if (all.isEmpty()) {
      all = spec.at("gateways").texts();
    }
    for (String gateway : all) {
      if (!gateway.equals("mesh")) {
        return true;
      }
    }
    return false;
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
