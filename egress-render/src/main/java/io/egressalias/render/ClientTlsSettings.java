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

  /** Returns settings that originate no TLS and disable Istio's mutual TLS. */
  static ObjectNode disable() {
    return JsonNodeFactory.instance.objectNode().put("mode", ResolvedTls.Mode.DISABLE.name());
  }

  /** Returns the settings for TLS. */
  static ObjectNode of(ResolvedTls tls) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("mode", tls.mode().name());
    ObjectTrees.put(node, "sni", tls.sni());
    ObjectTrees.putAll(node, "subjectAltNames", tls.subjectAltNames());
    ObjectTrees.put(node, "credentialName", tls.credentialName());
    ObjectTrees.put(node, "caCertificates", tls.caCertificates());
    ObjectTrees.put(node, "clientCertificate", tls.clientCertificate());
    ObjectTrees.put(node, "privateKey", tls.privateKey());
    return node;
  }
}
