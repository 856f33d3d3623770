package io.egressalias.lint;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.AmbientMarks;
import io.egressalias.internal.manifest.Field;
import java.util.Optional;

/** Finds TLS settings and routes of hosts without a waypoint, which a ztunnel ignores. */
final class MissingWaypointRules implements ManifestRule {

  @Override
  public void check(LintContext context) {
    RuleLookup lookup = context.lookup();
    WaypointTable waypoints = context.waypoints();
    EndpointTable endpoints = EndpointTable.of(context);
    for (HostDefinition target : context.hosts().external()) {
      WaypointTable.Binding binding = waypoints.of(target.object());
      if (context.ambient().includes(target.namespace())
          && binding != WaypointTable.Binding.BOUND
          && !waypoints.hasSources(target.host())) {
        check(target, binding, lookup, endpoints, context);
      }
    }
  }

  private static void check(
      HostDefinition target,
      WaypointTable.Binding binding,
      RuleLookup lookup,
      EndpointTable endpoints,
      LintContext context) {
    Optional<TlsView> tls = origination(target, lookup);
    if (tls.isPresent()) {
      report(
          target,
          binding,
          ", and a ztunnel ignores the TLS settings of `"
              + tls.get().rule().object().id()
              + "` and sends the calls without TLS",
          context);
    } else if (binding == WaypointTable.Binding.NONE
        && !target.isEntry()
        && !hasEndpoints(target, endpoints)
        && isRoutedAway(target, context)) {
      report(
          target,
          binding,
          ", and a ztunnel ignores VirtualServices, so that every call fails",
          context);
    }
  }

  private static Optional<TlsView> origination(HostDefinition target, RuleLookup lookup) {
    for (RuleView rule : lookup.used(target, target.namespace()).rules()) {
      for (TlsView tls : TlsFields.of(rule)) {
        if (tls.originates()) {
          return Optional.of(tls);
        }
      }
    }
    return Optional.empty();
  }

  /** A ztunnel sends the calls to the endpoints, which may be intended. */
  private static boolean hasEndpoints(HostDefinition target, EndpointTable endpoints) {
    ServiceView view = endpoints.find(target.host().host());
    return view != null && !view.endpoints().isEmpty();
  }

  private static boolean isRoutedAway(HostDefinition target, LintContext context) {
    String host = target.host().host();
    for (HostPort port : target.ports()) {
      for (RouteIndex routes :
          SidecarRoutes.of(context.hosts(), target.host(), port, target.namespace())) {
        if (routes.leadsAway(host, port.number())) {
          return true;
        }
      }
    }
    return false;
  }

  private static void report(
      HostDefinition target, WaypointTable.Binding binding, String effect, LintContext context) {
    boolean headless = WaypointTable.isHeadless(target.object());
    boolean unknown = binding == WaypointTable.Binding.UNKNOWN;
    Field place =
        headless
            ? Field.of(target.object(), "spec", "clusterIP")
            : Field.of(target.object(), "metadata", "labels", AmbientMarks.USE_WAYPOINT);
    context
        .findings()
        .add(
            Rule.WAYPOINT_NOT_USED,
            unknown ? Severity.WARNING : Severity.ERROR,
            target.object(),
            place.path(),
            (headless
                    ? "expected a Service with a cluster IP, found `clusterIP: None`"
                    : "expected the label `"
                        + AmbientMarks.USE_WAYPOINT
                        + "`, found "
                        + (place.present() ? "`none`" : "no such label"))
                + effect
                + (unknown ? " unless the namespace has the label" : ""),
            headless
                ? "Remove `clusterIP: None`, and add the label `"
                    + AmbientMarks.USE_WAYPOINT
                    + ": NAME`"
                : "Write `labels: {" + AmbientMarks.USE_WAYPOINT + ": NAME}`");
  }
}
