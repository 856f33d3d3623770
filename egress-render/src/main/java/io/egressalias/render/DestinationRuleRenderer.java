package io.egressalias.render;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Form;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.Optional;
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
  private static final ClientTls NONE = ClientTls.disable();

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
    ObjectNode policy = spec.putObject("trafficPolicy");
    policy.putObject("tls").put("mode", "DISABLE");
    // Port by port: at the top TLS would be put around what workloads encrypt by themselves.
    ArrayNode settings = rule.arrayNode();
    for (ServicePort port : alias.ports()) {
      if (alias.tls(port).orElse(NONE) instanceof Origination tls) {
        ObjectNode node = settings.addObject();
        node.putObject("port").put("number", port.port());
        tls(node.putObject("tls"), tls, alias);
      }
    }
    if (!settings.isEmpty()) {
      policy.set("portLevelSettings", settings);
    }
    return rule;
  }

  private static void tls(ObjectNode node, Origination tls, EgressAlias alias) {
    node.put("mode", tls instanceof Mutual ? "MUTUAL" : "SIMPLE");
    // Both, always: without a name to ask for the alias's would be asked for, and without names to
    // compare any certificate of a known authority would do.
    Optional<String> sni = tls.sni().isPresent() ? tls.sni() : host(alias);
    Trees.put(node, "sni", sni);
    if (tls.subjectAltNames().isEmpty() && sni.isPresent()) {
      node.putArray("subjectAltNames").add(sni.get());
    } else {
      Trees.putAll(node, "subjectAltNames", tls.subjectAltNames());
    }
    if (tls.credentialName().isPresent()) {
      node.put("credentialName", tls.credentialName().get());
      return;
    }
    // Before Istio 1.21 no authority means that nobody checks the server.
    node.put("caCertificates", tls.caCertificates().orElse("system"));
    if (tls instanceof Mutual mutual) {
      Trees.put(node, "clientCertificate", mutual.clientCertificate());
      Trees.put(node, "privateKey", mutual.privateKey());
    }
  }

  private static Optional<String> host(EgressAlias alias) {
    return alias.target() instanceof ExternalName target
        ? Optional.of(target.host())
        : Optional.empty();
  }
}
