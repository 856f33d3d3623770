package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.ClientTls;
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reports certificate files that every sidecar of the mesh waits for. */
final class CertificateFilesRule implements AliasRule {
  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    EgressAlias declared = alias.declared();
    boolean everySidecar = alias.platform().dataPlane() == DataPlane.SIDECAR;
    if (!alias.resolved().leavesMesh()
        || !everySidecar
        || declared.workloadSelector().isPresent()) {
      return;
    }
    if (alias.effective().tls().isPresent() && isUsed(declared)) {
      settings(
          alias, alias.effective().tls(), alias.inheritsTls() ? null : alias.path("tls"), findings);
    }
    List<ServicePort> ports = declared.ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).tls().isPresent()) {
        settings(alias, ports.get(i).tls(), alias.port(i).key("tls"), findings);
      }
    }
  }

  private static boolean isUsed(EgressAlias alias) {
    for (ServicePort port : alias.ports()) {
      if (port.tls().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Checks TLS that an alias or a port declares.
   *
   * @param path the place of the TLS; null: the declaration has it, and the alias is reported
   */
  private static void settings(
      AliasScope alias,
      Optional<ClientTls> tls,
      @Nullable FieldPath path,
      FindingCollector findings) {
    if (!(tls.orElse(null) instanceof Origination origination)
        || origination.credentialName().isPresent()) {
      return;
    }
    boolean client =
        origination instanceof Mutual mutual
            && (mutual.clientCertificate().isPresent() || mutual.privateKey().isPresent());
    boolean authorities =
        origination.caCertificates().isPresent()
            && !origination.caCertificates().get().equals("system");
    if (client || authorities) {
      findings.add(
          Rule.CERTIFICATE_FILES_OF_EVERY_SIDECAR,
          path == null ? alias.path() : path.key(client ? "clientCertificate" : "caCertificates"),
          "every sidecar of the mesh waits for the files of `"
              + (path == null ? "spec.tls" : "tls")
              + "`, because the alias has no `workloadSelector`",
          remedy(alias, client || path == null));
    }
  }

  private static String remedy(AliasScope alias, boolean needed) {
    String system =
        needed
            ? ""
            : ", or write `caCertificates: system` if a public authority issued the certificate of"
                + " the server";
    return PlatformFact.ISTIO_WORKLOAD_SELECTOR.isLaterThan(alias.platform())
        ? "Keep the declaration as it is if every pod with a sidecar has the files" + system
        : "Add "
            + OriginationRules.SELECTOR
            + ", with the labels of the pods that have the files"
            + system;
  }
}
