package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Form;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import java.util.List;
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
  private DestinationRuleRenderer() {}

  static ObjectNode render(EgressAlias alias, Platform platform) {
    boolean routed = Form.of(alias, platform) == Form.ROUTED;
    ObjectNode rule = Trees.object(ApiVersions.istio(platform), "DestinationRule", alias);
    ObjectNode spec = rule.putObject("spec");
    spec.put("host", routed ? HostNames.ofEntry(alias) : HostNames.ofAlias(alias, platform));
    alias
        .workloadSelector()
        .ifPresent(
            selector ->
                Trees.putAll(
                    spec.putObject("workloadSelector"), "matchLabels", selector.matchLabels()));
    ObjectNode policy = spec.putObject("trafficPolicy");
    policy.putObject("tls").put("mode", "DISABLE");
    List<ServicePort> originating = alias.ports().stream().filter(alias::originates).toList();
    if (!originating.isEmpty()) {
      // Port by port: at the top TLS would be put around what workloads encrypt by themselves.
      ArrayNode settings = policy.putArray("portLevelSettings");
      for (ServicePort port : originating) {
        ObjectNode node = settings.addObject();
        node.putObject("port").put("number", port.port());
        tls(node.putObject("tls"), (Origination) alias.tls(port).orElseThrow(), alias);
      }
    }
    return rule;
  }

  private static void tls(ObjectNode node, Origination tls, EgressAlias alias) {
    node.put("mode", tls instanceof Mutual ? "MUTUAL" : "SIMPLE");
    // Both, always: without a name to ask for the alias's would be asked for, and without names to
    // compare any certificate of a known authority would do.
    Optional<String> sni = tls.sni().or(() -> host(alias));
    sni.ifPresent(name -> node.put("sni", name));
    Trees.putAll(
        node,
        "subjectAltNames",
        tls.subjectAltNames().isEmpty() ? sni.stream().toList() : tls.subjectAltNames());
    if (tls.credentialName().isPresent()) {
      node.put("credentialName", tls.credentialName().get());
      return;
    }
    // Before Istio 1.21 no authority means that nobody checks the server.
    node.put("caCertificates", tls.caCertificates().orElse("system"));
    if (tls instanceof Mutual mutual) {
      mutual.clientCertificate().ifPresent(file -> node.put("clientCertificate", file));
      mutual.privateKey().ifPresent(file -> node.put("privateKey", file));
    }
  }

  private static Optional<String> host(EgressAlias alias) {
    return alias.target() instanceof ExternalName target
        ? Optional.of(target.host())
        : Optional.empty();
  }
}
