package io.egressalias.render;

import io.egressalias.model.WorkloadSelector;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.WaypointLabels;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the DestinationRule, which disables Istio's mutual TLS for an external service and
 * defines the TLS that replaces it.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
final class DestinationRuleRenderer {
  private DestinationRuleRenderer() {}

  static ObjectNode render(ResolvedAlias alias) {
    boolean routed = alias.isRouted();
    ObjectNode rule =
        ObjectTrees.object(ApiVersions.istio(alias.platform()), "DestinationRule", alias);
    ObjectNode spec = rule.putObject("spec");
    spec.put("host", routed ? AliasHosts.ofEntry(alias) : AliasHosts.ofAlias(alias));
    Optional<WorkloadSelector> users = alias.alias().workloadSelector();
    if (users.isPresent()) {
      selector(spec, users.get().matchLabels());
    } else if (OnlyForWaypoints.is(alias)) {
      onlyForWaypoint(spec, alias);
    }
    if (routed) {
      subsets(spec, Subsets.of(alias));
    } else {
      policy(spec, ClientTlsSettings.disable());
    }
    return rule;
  }

  /** A selector selects pods in the namespace of the rule only, and excludes {@code exportTo}. */
  private static void onlyForWaypoint(ObjectNode spec, ResolvedAlias alias) {
    Optional<String> elsewhere = WaypointLabels.otherNamespace(alias);
    if (elsewhere.isPresent()) {
      spec.putArray("exportTo").add(elsewhere.get());
    } else {
      selector(spec, WaypointLabels.PODS);
    }
  }

  private static void selector(ObjectNode spec, Map<String, String> labels) {
    ObjectTrees.putAll(spec.putObject("workloadSelector"), "matchLabels", labels);
  }

  /**
   * Each subset has its own TLS instead of inheriting the top level: for two rules on one host,
   * Istio merges the subsets and uses the top level of the older rule. The top level applies to
   * calls of the host itself, which do not use the route.
   */
  private static void subsets(ObjectNode spec, Subsets subsets) {
    policy(spec, subsets.top());
    ArrayNode list = spec.putArray("subsets");
    for (Map.Entry<String, ObjectNode> subset : subsets.tlsByName().entrySet()) {
      policy(list.addObject().put("name", subset.getKey()), subset.getValue());
    }
  }

  private static void policy(ObjectNode parent, ObjectNode tls) {
    parent.putObject("trafficPolicy").set("tls", tls);
  }
}
