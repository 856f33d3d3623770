package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds settings for HTTP that are for ports without HTTP, so that sidecars do not use them. */
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
      Optional<Field> setting = setting(route);
      if (setting.isPresent() && isForOthers(spec, route, ports)) {
        report(service, setting.get(), ports, context);
        return;
      }
    }
  }

  private static Optional<Field> setting(Field route) {
    for (String key : SETTINGS) {
      if (route.at(key).present()) {
        return Optional.of(route.at(key));
      }
    }
    return Optional.empty();
  }

  /** Returns whether sidecars would use the route, and only for ports without HTTP. */
  private static boolean isForOthers(Field spec, Field route, List<HostPort> ports) {
    boolean other = false;
    for (HostPort port : ports) {
      if (SidecarRoutes.isFor(spec, route, port.number())) {
        if (port.isHttp() || port.isDetected()) {
          return false;
        }
        other = true;
      }
    }
    return other && !isForGateway(spec, route);
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
      ManifestObject service, Field setting, List<HostPort> ports, LintContext context) {
    String path = setting.path().toString();
    String key = path.substring(path.lastIndexOf('.') + 1);
    context
        .findings()
        .add(
            Rule.HTTP_ROUTE_OF_OTHER_PORT,
            service,
            setting.path(),
            "expected a port with the protocol HTTP for `"
                + key
                + "`, found "
                + words(ports)
                + ", for which sidecars do not use the routes in `http`",
            "Remove this route, or use `protocol: HTTP` and `targetPort` for a port for which a"
                + " DestinationRule originates TLS");
  }

  private static String words(List<HostPort> ports) {
    HostPort port = ports.get(0);
    return "port `"
        + port.number()
        + "` with "
        + (port.isTls() ? "TLS of the workload" : "a TCP stream");
  }
}
