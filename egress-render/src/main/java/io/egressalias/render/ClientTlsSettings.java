package io.egressalias.render;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The TLS that a port of an alias originates, with every default written out.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/destination-rule/#ClientTLSSettings">
 *     ClientTLSSettings</a>
 */
final class ClientTlsSettings {
  private static final ClientTls NONE = ClientTls.disable();

  private ClientTlsSettings() {}

  /** Returns settings that originate no TLS, and keep Istio's mutual TLS off. */
  static ObjectNode disable() {
    return JsonNodeFactory.instance.objectNode().put("mode", "DISABLE");
  }

  /** Returns the settings of a port: its own, or else the alias's. */
  static ObjectNode of(EgressAlias alias, ServicePort port) {
    return alias.tls(port).orElse(NONE) instanceof Origination tls
        ? originate(tls, alias)
        : disable();
  }

  private static ObjectNode originate(Origination tls, EgressAlias alias) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mode", tls instanceof Mutual ? "MUTUAL" : "SIMPLE");
    // Both, always: without `sni` Istio asks for the alias's name, and without `subjectAltNames`
    // a certificate for any name is taken.
    Optional<String> sni = tls.sni().isPresent() ? tls.sni() : host(alias);
    Trees.put(node, "sni", sni);
    if (tls.subjectAltNames().isEmpty() && sni.isPresent()) {
      node.putArray("subjectAltNames").add(sni.get());
    } else {
      Trees.putAll(node, "subjectAltNames", tls.subjectAltNames());
    }
    if (tls.credentialName().isPresent()) {
      return node.put("credentialName", tls.credentialName().get());
    }
    // Before Istio 1.21 a rule without an authority does not verify the server.
    node.put("caCertificates", tls.caCertificates().orElse("system"));
    if (tls instanceof Mutual mutual) {
      Trees.put(node, "clientCertificate", mutual.clientCertificate());
      Trees.put(node, "privateKey", mutual.privateKey());
    }
    return node;
  }

  private static Optional<String> host(EgressAlias alias) {
    return alias.target() instanceof ExternalName target
        ? Optional.of(target.host())
        : Optional.empty();
  }
}
