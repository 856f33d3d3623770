package io.egressalias.declaration;

import static java.util.Map.entry;

import io.egressalias.declaration.FieldSchema.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Field names of other tools and of the rendered objects, as {@link Level#plain} writes them. A
 * name may start with the map that it is in, as in {@code tls.key}.
 */
final class OtherNames {
  /** The names of the corresponding fields here. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          entry("host", "externalName"),
          entry("hosts", "externalName"),
          entry("hostname", "externalName"),
          entry("fqdn", "externalName"),
          entry("dnsname", "externalName"),
          entry("externalhost", "externalName"),
          entry("aliases.domain", "externalName"),
          entry("aliases.url", "externalName"),
          entry("aliases.target", "externalName"),
          entry("aliases.destination", "externalName"),
          entry("address", "endpoints"),
          entry("addresses", "endpoints"),
          entry("ip", "endpoints"),
          entry("endpoints.ip", "address"),
          entry("ips", "endpoints"),
          entry("ipaddress", "endpoints"),
          entry("ipaddresses", "endpoints"),
          entry("externalip", "endpoints"),
          entry("externalips", "endpoints"),
          entry("number", "port"),
          entry("portnumber", "port"),
          entry("serviceport", "port"),
          entry("ports.target", "targetPort"),
          entry("transport", "protocol"),
          entry("applicationprotocol", "appProtocol"),
          entry("domain", "clusterDomain"),
          entry("k8s", "kubernetes"),
          entry("kubernetesversion", "kubernetes"),
          entry("istioversion", "istio"),
          entry("spec.services", "aliases"),
          entry("spec.serviceentries", "aliases"),
          entry("spec.items", "aliases"),
          entry("egressaliases", "aliases"),
          entry("rewrite", "authority"),
          entry("hostheader", "authority"),
          entry("tlsmode", "mode"),
          entry("tls.type", "mode"),
          entry("servername", "sni"),
          entry("san", "subjectAltNames"),
          entry("sans", "subjectAltNames"),
          entry("ca", "caCertificates"),
          entry("cacert", "caCertificates"),
          entry("cacerts", "caCertificates"),
          entry("cafile", "caCertificates"),
          entry("cabundle", "caCertificates"),
          entry("rootca", "caCertificates"),
          entry("tls.cert", "clientCertificate"),
          entry("tls.certfile", "clientCertificate"),
          entry("tls.certificate", "clientCertificate"),
          entry("tls.servercertificate", "clientCertificate"),
          entry("clientcert", "clientCertificate"),
          entry("tls.key", "privateKey"),
          entry("tls.keyfile", "privateKey"),
          entry("clientkey", "privateKey"),
          entry("secretname", "credentialName"),
          entry("tls.secret", "credentialName"),
          entry("tls.credential", "credentialName"),
          entry("workloadSelector.labels", "matchLabels"));

  /** The lines to write for a key with a value. */
  private static final Map<String, String> LINES =
      Map.of(
          "headless=true", "clusterIP: None",
          "tls.enabled=true", "mode: SIMPLE",
          "tls.enabled=false", "mode: DISABLE");

  /** Why a key is not needed, or cannot be declared. */
  private static final Map<String, String> REASONS =
      Map.of(
          "aliases.type", "the target decides the type of the Service",
          "headless", "a Service is headless only with `clusterIP: None`",
          "location", "every rendered ServiceEntry has the location `MESH_EXTERNAL`",
          "resolution", "the target decides the resolution of the ServiceEntry");

  /** Maps of the rendered objects whose fields may be fields of the map around them here. */
  private static final List<String> WRAPPERS = List.of("metadata", "spec", "trafficpolicy");

  /** Parts of the names by which other tools switch the verification of a server off. */
  private static final List<String> VERIFICATION =
      List.of(
          "insecure",
          "verif",
          "rejectunauthorized",
          "trustall",
          "trustserver",
          "selfsigned",
          "acceptinvalid",
          "acceptany");

  private static final String NO_FIELD = "a declaration has no such field";

  private OtherNames() {}

  /** Returns the name of the corresponding field; empty: there is none. */
  static Optional<String> field(String key, String level) {
    return find(FIELDS, key, level);
  }

  /** Returns what to write instead of a key with a value; empty: it is not in the table. */
  static Optional<String> line(String key, String value, String level) {
    return find(LINES, key + "=" + value, level);
  }

  /** Returns why a key can be removed. */
  static String reason(String key, String level) {
    return find(REASONS, key, level).orElse(NO_FIELD);
  }

  /** Returns the entry of a map that a boolean instead of the map means; empty: none. */
  static String abbreviation(String value, Fields shape) {
    return shape.equals(TlsField.SHAPE) ? line("enabled", value, "tls").orElse("") : "";
  }

  static boolean isWrapper(String key) {
    return WRAPPERS.contains(Level.plain(key));
  }

  /** Returns whether a key controls the verification of a server in another tool. */
  static boolean isVerification(String key) {
    String plain = Level.plain(key);
    for (String part : VERIFICATION) {
      if (plain.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> find(Map<String, String> table, String key, String level) {
    String plain = Level.plain(key);
    String found = table.get(level + "." + plain);
    return Optional.ofNullable(found == null ? table.get(plain) : found);
  }
}
