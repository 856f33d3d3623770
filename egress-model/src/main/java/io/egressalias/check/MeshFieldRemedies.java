package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;

/** Makes remedies for fields that only a sidecar carries out. */
final class MeshFieldRemedies {
  /** The message about a field in a cluster without a mesh. */
  static final String NO_MESH =
      "`%s` needs a sidecar, and `istio: none` declares a cluster without a mesh";

  private MeshFieldRemedies() {}

  /** The remedy for a selector of an alias whose traffic no sidecar routes. */
  static String ofUnusedSelector(AliasScope alias) {
    // Every port has its own TLS, so that of the alias has no effect.
    if (alias.declared().tls().orElse(null) instanceof Origination) {
      return "Remove `workloadSelector` and `tls`";
    }
    // With TLS, a waypoint does not accept the selector either.
    return alias.platform().dataPlane() == DataPlane.SIDECAR
            && OriginationAdvice.isAcceptedOnEveryPort(alias)
        ? "Remove `workloadSelector`, or declare " + OriginationAdvice.field(alias)
        : "Remove `workloadSelector`";
  }

  /** A Secret needs the selector, so files contain the certificates instead. */
  static String withoutSelector(AliasScope alias) {
    for (ServicePort port : alias.declared().ports()) {
      if (alias.effective().tls(port).orElse(null) instanceof Origination tls
          && tls.credentialName().isPresent()) {
        String place = port.tls().isPresent() ? " for port `" + port.port() + "`" : "";
        return "Write `tls: {" + withFiles(tls) + "}`" + place + " and remove `workloadSelector`";
      }
    }
    return "Remove `workloadSelector`";
  }

  /** Returns the fields of TLS whose certificates are files. */
  static String withFiles(Origination tls) {
    String sni = tls.sni().isPresent() ? ", sni: " + Quoted.shortened(tls.sni().get()) : "";
    return tls instanceof Mutual
        ? "mode: MUTUAL"
            + sni
            + ", clientCertificate: /etc/certs/client.pem, privateKey: /etc/certs/client-key.pem"
        : "mode: SIMPLE" + sni + ", caCertificates: /etc/certs/ca.pem";
  }

  /** Returns whether a mesh is all that a field needs. */
  static boolean isAcceptedInMesh(AliasScope alias, String field) {
    boolean http = false;
    boolean originates = false;
    for (ResolvedPort port : alias.resolved().ports()) {
      if (port.originates() && !OriginationAdvice.takesTls(port)) {
        return false;
      }
      http |= port.speaksHttp();
      originates |= port.originates();
    }
    return switch (field) {
      case "authority" -> http;
      case "workloadSelector" -> originates || alias.declared().authority().isPresent();
      default -> true;
    };
  }
}
