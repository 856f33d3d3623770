package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Form;
import io.egressalias.model.Platform;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the DestinationRule, which keeps Istio's mutual TLS off an external service and says
 * which TLS takes its place.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
final class DestinationRuleRenderer {
  private DestinationRuleRenderer() {}

  static ObjectNode render(EgressAlias alias, Platform platform) {
    boolean routed = Form.of(alias, platform) == Form.ROUTED;
    ObjectNode rule = Trees.object(ApiVersions.istio(platform), "DestinationRule", alias);
    ObjectNode spec = rule.putObject("spec");
    spec.put("host", routed ? HostNames.ofEntry(alias) : HostNames.ofAlias(alias, platform));
    if (alias.workloadSelector().isPresent()) {
      ObjectNode selector = spec.putObject("workloadSelector");
      Trees.putAll(selector, "matchLabels", alias.workloadSelector().get().matchLabels());
    }
    if (routed) {
      subsets(spec, Subsets.of(alias));
    } else {
      policy(spec, ClientTlsSettings.disable());
    }
    return rule;
  }

  /**
   * The TLS of a subset is written out, and not left to the top: of two rules on one host Istio
   * merges the subsets, and takes the top of the older rule. The top applies to calls of the host
   * itself, past the route.
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
