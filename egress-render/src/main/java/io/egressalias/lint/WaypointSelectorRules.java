package io.egressalias.lint;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.resolve.WaypointLabels;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds selections of pods that a waypoint does not make. */
final class WaypointSelectorRules implements ManifestRule {
  private static final String GATEWAY = "gateway.networking.k8s.io/gateway-name";

  @Override
  public void check(LintContext context) {
    WaypointTable waypoints = context.waypoints();
    Set<ManifestObject> reported = new HashSet<>();
    Set<ManifestObject> seen = new HashSet<>();
    for (HostDefinition target : context.hosts().external()) {
      if (!context.ambient().includes(target.namespace())) {
        continue;
      }
      boolean own = waypoints.of(target.object()) == WaypointTable.Binding.BOUND;
      boolean behind = waypoints.hasBoundSource(target.host());
      if (own || behind) {
        for (RuleView rule : target.host().rules) {
          rule(rule, own, behind, reported, context);
        }
      }
      if (own) {
        for (ManifestObject service : target.host().routes) {
          if (seen.add(service)) {
            routes(service, reported, context);
          }
        }
      }
    }
  }

  private static void rule(
      RuleView rule,
      boolean own,
      boolean behind,
      Set<ManifestObject> reported,
      LintContext context) {
    if (!rule.selectsPods() || (!own && selectsWaypoints(rule)) || !reported.add(rule.object())) {
      return;
    }
    context
        .findings()
        .add(
            Rule.SELECTION_AT_WAYPOINT,
            rule.object(),
            rule.spec("workloadSelector").path(),
            "expected no `workloadSelector` for `"
                + rule.host()
                + "`, whose traffic a waypoint carries, found one, and "
                + (behind
                    ? "the waypoint does not use its subsets, so that every call fails"
                    : "the waypoint ignores the rule and sends the calls without its TLS"),
            "Remove `workloadSelector`, and add an AuthorizationPolicy to restrict the callers");
  }

  private static boolean selectsWaypoints(RuleView rule) {
    Map<String, String> labels = rule.spec("workloadSelector").at("matchLabels").entries();
    return labels.equals(WaypointLabels.PODS) || labels.containsKey(GATEWAY);
  }

  private static void routes(
      ManifestObject service, Set<ManifestObject> reported, LintContext context) {
    VirtualServiceView view = context.hosts().view(service);
    for (String section : VirtualServiceView.SECTIONS) {
      for (RouteView route : view.routes(section)) {
        for (Field match : route.field().at("match").items()) {
          if (view.isForSidecars(match) && !reported.contains(service)) {
            match(match, section.equals("http"), reported, context);
          }
        }
      }
    }
  }

  private static void match(
      Field match, boolean http, Set<ManifestObject> reported, LintContext context) {
    if (match.at("sourceLabels").present()) {
      reported.add(match.object());
      report(
          match.at("sourceLabels"),
          Severity.ERROR,
          "and the waypoint does not use the route for any caller",
          context);
    } else if (match.at("sourceNamespace").present()) {
      reported.add(match.object());
      report(
          match.at("sourceNamespace"),
          http ? Severity.WARNING : Severity.ERROR,
          http
              ? "and the waypoint compares its own namespace, and not that of the caller"
              : "and the waypoint does not use the route for any caller",
          context);
    }
  }

  private static void report(
      Field selection, Severity severity, String effect, LintContext context) {
    List<Step> steps = selection.path().steps();
    String key = ((Step.Key) steps.get(steps.size() - 1)).key();
    context
        .findings()
        .add(
            Rule.SELECTION_AT_WAYPOINT,
            severity,
            selection.object(),
            selection.path(),
            "expected no `"
                + key
                + "` for a host whose traffic a waypoint carries, found one, "
                + effect,
            "Remove `" + key + "`, and add an AuthorizationPolicy to restrict the callers");
  }
}
