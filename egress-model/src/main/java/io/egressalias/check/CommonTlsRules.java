package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.Optional;

/**
 * Rules about {@code spec.tls}. Its own fields are reported once, and what an alias that inherits
 * it needs besides at the alias.
 */
final class CommonTlsRules implements AliasRule {

  /** Checks the fields of the TLS, and whether the cluster of the declaration has a mesh. */
  static void check(
      EgressAliases declaration, Origination tls, FieldPath path, FindingCollector findings) {
    if (declaration.platform().istio().present()) {
      OriginationRules.fields(tls, "", path, findings);
    } else {
      withoutMesh(declaration, tls, path, findings);
    }
  }

  private static void withoutMesh(
      EgressAliases declaration, Origination tls, FieldPath path, FindingCollector findings) {
    boolean used = false;
    boolean accepted = true;
    for (int index = 0; index < declaration.aliases().size(); index++) {
      AliasScope alias = AliasScope.of(declaration, 0, index);
      if (alias.inheritsTls() && (alias.declared().ports().isEmpty() || hasPort(alias, false))) {
        used = true;
        accepted &=
            MeshFieldRemedies.isAcceptedInMesh(alias, "tls")
                && !alias.declared().ports().isEmpty()
                && !isWithoutName(alias, tls);
      }
    }
    if (used) {
      findings.add(
          Rule.NEEDS_MESH,
          path.key("mode"),
          MeshFieldRemedies.NO_MESH.formatted("tls"),
          "Remove `tls` and let the workloads encrypt the traffic"
              + (accepted
                  ? ", or declare the release of Istio, such as " + ReleaseLine.ISTIO
                  : ""));
    }
  }

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.inheritsTls()
        || !alias.resolved().leavesMesh()
        || !(alias.effective().tls().orElse(null) instanceof Origination tls)
        || !hasPort(alias, true)) {
      return;
    }
    if (isWithoutName(alias, tls)) {
      findings.add(
          Rule.SNI_MISSING,
          alias.path(),
          "expected `tls` with `sni`, because an address has no name to verify, and `spec.tls` has"
              + " none",
          "Add `tls: {"
              + fields(tls)
              + "}` to the alias, with the name from the server's certificate");
    }
    if (tls.credentialName().isPresent()
        && alias.declared().workloadSelector().isEmpty()
        && alias.platform().dataPlane() == DataPlane.SIDECAR) {
      findings.add(
          Rule.CREDENTIAL_WITHOUT_SELECTOR,
          alias.path(),
          "sidecars ignore the `credentialName` of `spec.tls` without `workloadSelector`, and the"
              + " traffic leaves unencrypted",
          OriginationRules.isBeforeSelectors(alias)
              ? "Add `tls: {" + MeshFieldRemedies.withFiles(tls) + "}` to the alias"
              : "Add "
                  + OriginationRules.SELECTOR
                  + " to the alias, with the labels of the pods that may use the alias");
    }
  }

  private static boolean isWithoutName(AliasScope alias, Origination tls) {
    return tls.sni().isEmpty() && alias.resolved().host().isEmpty();
  }

  /**
   * Returns whether a port of an alias declares no TLS.
   *
   * @param tcp whether only ports that can have TLS count
   */
  private static boolean hasPort(AliasScope alias, boolean tcp) {
    for (ServicePort port : alias.declared().ports()) {
      if (port.tls().isEmpty() && (!tcp || port.protocol() == Protocol.TCP)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the fields to type in an alias: those of the TLS, and a server name. */
  private static String fields(Origination tls) {
    StringBuilder fields = new StringBuilder("mode: ");
    fields.append(tls instanceof Mutual ? "MUTUAL" : "SIMPLE").append(", sni: api.example.com");
    if (!tls.subjectAltNames().isEmpty()) {
      String names = String.join(", ", tls.subjectAltNames());
      fields.append(", subjectAltNames: [").append(Quoted.shortened(names)).append(']');
    }
    add("caCertificates", tls.caCertificates(), fields);
    if (tls instanceof Mutual mutual) {
      add("clientCertificate", mutual.clientCertificate(), fields);
      add("privateKey", mutual.privateKey(), fields);
    }
    add("credentialName", tls.credentialName(), fields);
    return fields.toString();
  }

  private static void add(String key, Optional<String> value, StringBuilder fields) {
    if (value.isPresent()) {
      fields.append(", ").append(key).append(": ").append(Quoted.shortened(value.get()));
    }
  }
}
