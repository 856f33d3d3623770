package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.DataPlane;
import io.egressalias.model.IpAddress;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules about the fields of originated TLS: names, certificates, credentials. */
final class OriginationRules implements AliasRule {
  private static final String SYSTEM = "system";
  static final String SELECTOR = "`workloadSelector: {matchLabels: {app: curl}}`";
  private static final String BOTH = line("clientCertificate") + " and " + line("privateKey");

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().leavesMesh()) {
      return;
    }
    if (alias.declared().tls().orElse(null) instanceof Origination tls) {
      settings(alias, tls, alias.path("tls"), findings);
    }
    List<ServicePort> ports = alias.declared().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).tls().orElse(null) instanceof Origination tls) {
        settings(alias, tls, alias.port(i).key("tls"), findings);
      }
    }
  }

  private static void settings(
      AliasScope alias, Origination tls, FieldPath path, FindingCollector findings) {
    if (tls.sni().isEmpty() && alias.resolved().host().isEmpty()) {
      findings.add(
          Rule.SNI_MISSING,
          path.key("sni"),
          "expected `sni`, because an address has no name to verify, found none",
          "Add the name from the server's certificate, such as `sni: api.example.com`");
    }
    List<String> files =
        fields(tls, tls instanceof Mutual mutual ? orSecret(alias, mutual) : "", path, findings);
    if (tls.credentialName().isPresent()
        && alias.declared().workloadSelector().isEmpty()
        && alias.platform().dataPlane() == DataPlane.SIDECAR) {
      findings.add(
          Rule.CREDENTIAL_WITHOUT_SELECTOR,
          path.key("credentialName"),
          "sidecars ignore `credentialName` without `workloadSelector`, and the traffic leaves unencrypted",
          withoutSelector(alias, tls instanceof Mutual, files));
    }
  }

  /**
   * Checks the fields of TLS without an alias.
   *
   * @param orSecret the alternative to client certificates in files, as the end of a remedy
   * @return the names of the fields that are paths
   */
  static List<String> fields(
      Origination origination, String orSecret, FieldPath path, FindingCollector findings) {
    names(origination, path, findings);
    Optional<String> authorities = origination.caCertificates();
    if (!authorities.equals(Optional.of(SYSTEM))) {
      file(authorities, path, "caCertificates", findings);
    }
    Optional<String> certificate = Optional.empty();
    Optional<String> key = Optional.empty();
    if (origination instanceof Mutual mutual) {
      certificate = mutual.clientCertificate();
      key = mutual.privateKey();
      file(certificate, path, "clientCertificate", findings);
      file(key, path, "privateKey", findings);
      clientCertificate(mutual, orSecret, path, findings);
    }
    List<String> files = new ArrayList<>();
    present(authorities, "caCertificates", files);
    present(certificate, "clientCertificate", files);
    present(key, "privateKey", files);
    if (origination.credentialName().isPresent()) {
      credential(origination.credentialName().get(), files, path, findings);
    }
    return files;
  }

  private static void names(Origination origination, FieldPath path, FindingCollector findings) {
    Optional<String> sni = origination.sni();
    if (sni.isPresent() && !NameGrammar.isHost(sni.get())) {
      HostNameProblems.report(Rule.SNI, sni.get(), path.key("sni"), findings);
    }
    int index = 0;
    for (String name : origination.subjectAltNames()) {
      FieldPath place = path.key("subjectAltNames").index(index++);
      if (!isSubjectAltName(name)) {
        findings.add(
            Rule.SUBJECT_ALT_NAME,
            place,
            "expected a complete DNS name, IP address or URI without wildcard, found `"
                + Quoted.shortened(name)
                + "`",
            "Write a complete name such as `api.example.com`, which a wildcard in the certificate matches");
      }
    }
  }

  private static boolean isSubjectAltName(String name) {
    return NameGrammar.isHost(name) || isCanonical(name) || NameGrammar.isUri(name);
  }

  /** A proxy compares the text with the canonical form of the address in a certificate. */
  private static boolean isCanonical(String address) {
    Optional<IpAddress> parsed = IpAddress.parse(address);
    return parsed.isPresent() && parsed.get().toString().equals(address);
  }

  private static void file(
      Optional<String> file, FieldPath path, String key, FindingCollector findings) {
    if (file.isPresent() && !isPath(file.get())) {
      findings.add(
          Rule.CERTIFICATE_PATH,
          isRelativePath(file.get()) ? Severity.WARNING : Severity.ERROR,
          path.key(key),
          "expected an absolute path in the proxy, found `" + Quoted.shortened(file.get()) + "`",
          "Write a path such as `" + key + ": " + example(key) + "`");
    }
  }

  private static void present(Optional<String> file, String key, List<String> present) {
    if (file.isPresent()) {
      present.add(key);
    }
  }

  private static String line(String key) {
    return "`" + key + ": " + example(key) + "`";
  }

  private static String example(String key) {
    return switch (key) {
      case "caCertificates" -> "/etc/certs/ca.pem";
      case "privateKey" -> "/etc/certs/client-key.pem";
      default -> "/etc/certs/client.pem";
    };
  }

  /** The proxy reads such a file in the root directory. */
  private static boolean isRelativePath(String file) {
    return !file.startsWith("/")
        && !file.contains(":")
        && !file.equalsIgnoreCase("system")
        && isPath("/" + file);
  }

  private static boolean isPath(String file) {
    for (int i = 0; i < file.length(); i++) {
      if (Character.isISOControl(file.charAt(i))) {
        return false;
      }
    }
    return file.startsWith("/") && !file.endsWith("/") && NameGrammar.isWhole(file);
  }

  private static void clientCertificate(
      Mutual mutual, String orSecret, FieldPath path, FindingCollector findings) {
    boolean both = mutual.clientCertificate().isPresent() && mutual.privateKey().isPresent();
    if (both || mutual.credentialName().isPresent()) {
      return;
    }
    boolean one = mutual.clientCertificate().isPresent() || mutual.privateKey().isPresent();
    String missing = mutual.clientCertificate().isPresent() ? "privateKey" : "clientCertificate";
    findings.add(
        Rule.CLIENT_CERTIFICATE_MISSING,
        one ? path.key(missing) : path.key("mode"),
        one
            ? "expected `clientCertificate` and `privateKey`, found no `" + missing + "`"
            : "expected a client certificate for `MUTUAL`, found none",
        "Add " + (one ? line(missing) : BOTH + orSecret));
  }

  /** The alternative is left out where a Secret is refused. */
  private static String orSecret(AliasScope alias, Mutual mutual) {
    if (mutual.caCertificates().isPresent() || isBeforeSelectors(alias)) {
      return "";
    }
    return ", or add `credentialName: client-credential`"
        + (needsNoSelector(alias) ? "" : " and " + SELECTOR)
        + " to use a Secret";
  }

  /** A waypoint loads a Secret without a selector. */
  private static boolean needsNoSelector(AliasScope alias) {
    return alias.declared().workloadSelector().isPresent()
        || alias.platform().dataPlane() == DataPlane.AMBIENT;
  }

  static boolean isBeforeSelectors(AliasScope alias) {
    return PlatformFact.ISTIO_WORKLOAD_SELECTOR.isLaterThan(alias.platform());
  }

  private static void credential(
      String name, List<String> files, FieldPath path, FindingCollector findings) {
    FieldPath place = path.key("credentialName");
    if (!NameGrammar.isSubdomain(name)) {
      findings.add(
          Rule.CREDENTIAL_NAME,
          place,
          "expected the name of a Secret, found `" + Quoted.shortened(name) + "`",
          "Write the name alone, such as `credentialName: "
              + NearestLabel.label(name.substring(name.lastIndexOf('/') + 1), "client-credential")
              + "`");
    }
    if (!files.isEmpty()) {
      String listed = "`" + String.join("` and `", files) + "`";
      findings.add(
          Rule.CREDENTIAL_AND_FILES,
          place,
          "expected either `credentialName` or paths of files, found both",
          "Remove " + listed + ", or remove `credentialName`");
    }
  }

  private static String withoutSelector(AliasScope alias, boolean mutual, List<String> files) {
    if (!isBeforeSelectors(alias)) {
      return "Add "
          + SELECTOR
          + " to the alias, with the labels of the pods that may use the alias";
    }
    return files.isEmpty()
        ? "Remove `credentialName` and add " + (mutual ? BOTH : line("caCertificates"))
        : "Remove `credentialName`";
  }
}
