package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedPort;
import io.egressalias.resolve.WaypointLabels;
import java.util.List;

/** Rules about aliases whose traffic a waypoint routes. */
final class AmbientRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (alias.resolved().form() != Form.WAYPOINT) {
      return;
    }
    if (alias.resolved().waypoint().isEmpty()) {
      missing(alias, findings);
    }
    boolean served = !PlatformFact.AMBIENT.isLaterThan(alias.platform());
    if (served && PlatformFact.AMBIENT_TCP_ROUTES.isLaterThan(alias.platform())) {
      tcpRoutes(alias, findings);
    }
  }

  private static void missing(AliasScope alias, FindingCollector findings) {
    boolean detached = alias.declared().labels().containsKey(WaypointLabels.NAME);
    findings.add(
        Rule.WAYPOINT_MISSING,
        alias.path("waypoint"),
        "expected the waypoint that routes the traffic of `%s`, found none, so the traffic reaches no server"
            .formatted(Quoted.shortened(alias.declared().name())),
        (detached ? "Remove the label `" + WaypointLabels.NAME + "`, and add" : "Add")
            + " `waypoint: waypoint` to `spec.platform`, with the name of the waypoint, or"
            + " `waypoint: namespace` if the namespace of the alias has the label `"
            + WaypointLabels.NAME
            + "`");
  }

  private static void tcpRoutes(AliasScope alias, FindingCollector findings) {
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      ResolvedPort port = ports.get(i);
      if (port.declared().protocol() == Protocol.TCP && !port.speaksHttp()) {
        findings.add(
            Rule.ROUTED_RELEASE,
            alias.port(i),
            "a waypoint routes TCP and TLS since %s, and an earlier release is declared"
                .formatted(PlatformFact.AMBIENT_TCP_ROUTES.since()),
            "Move the port to another alias%s, or declare a later release, such as %s, if the cluster has one"
                .formatted(alias.withoutTls(), ReleaseLine.of(PlatformFact.AMBIENT_TCP_ROUTES)));
      }
    }
  }

  /** A policy of the Service does in an ambient mesh what a selector does with sidecars. */
  static void workloadSelector(AliasScope alias, FieldPath path, FindingCollector findings) {
    String namespace = Quoted.shortened(alias.resolved().namespace());
    String name = Quoted.shortened(alias.declared().name());
    findings.add(
        Rule.SELECTOR_IN_AMBIENT,
        path,
        "a waypoint does not receive the labels of callers, so with `workloadSelector` no pod can use the alias",
        ("Remove `workloadSelector`, and apply `{apiVersion: security.istio.io/v1, kind:"
                + " AuthorizationPolicy, metadata: {name: %s, namespace: %s}, spec: {targetRefs:"
                + " [{kind: Service, group: \"\", name: %s}], rules: [{from: [{source: {principals:"
                + " [%s/ns/%s/sa/curl]}}]}]}}` with the service accounts of the callers")
            .formatted(name, namespace, name, "cluster.local", namespace));
  }
}
