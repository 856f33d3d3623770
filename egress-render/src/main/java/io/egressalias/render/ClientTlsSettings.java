package io.egressalias.render;

import io.egressalias.resolve.ResolvedTls;
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
  private ClientTlsSettings() {}

  /** Returns settings that originate no TLS, and keep Istio's mutual TLS off. */
  static ObjectNode disable() {
    return JsonNodeFactory.instance.objectNode().put("mode", ResolvedTls.Mode.DISABLE.name());
  }

  /** Returns the settings for some TLS. */
  static ObjectNode of(ResolvedTls tls) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mode", tls.mode().name());
    Trees.put(node, "sni", tls.sni());
    Trees.putAll(node, "subjectAltNames", tls.subjectAltNames());
    Trees.put(node, "credentialName", tls.credentialName());
    Trees.put(node, "caCertificates", tls.caCertificates());
    Trees.put(node, "clientCertificate", tls.clientCertificate());
    Trees.put(node, "privateKey", tls.privateKey());
    return node;
  }
}
