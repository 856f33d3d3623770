package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the DestinationRule, which keeps Istio's mutual TLS off an external service.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/">DestinationRule</a>
 */
final class DestinationRuleRenderer {
  private DestinationRuleRenderer() {}

  static Manifest render(EgressAlias alias, Platform platform) {
    ObjectNode rule = Trees.object("networking.istio.io/v1alpha3", "DestinationRule", alias);
    ObjectNode spec = rule.putObject("spec");
    spec.put("host", fullyQualified(alias, platform));
    spec.putObject("trafficPolicy").putObject("tls").put("mode", "DISABLE");
    return new Manifest(rule, alias);
  }

  private static String fullyQualified(EgressAlias alias, Platform platform) {
    return alias.name() + "." + alias.effectiveNamespace() + ".svc." + platform.clusterDomain();
  }
}
