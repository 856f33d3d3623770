package io.egressalias.resolve;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import java.util.List;
import java.util.Optional;

/**
 * TLS with all defaults filled in. The paths are empty if a Secret provides the certificates.
 *
 * @param mode the parties that present a certificate
 * @param sni the server name of the handshake; empty if no TLS is originated, and for addresses
 *     without a declared name, which is an error
 * @param subjectAltNames the accepted names of the server's certificate
 * @param caCertificates the path of the certificate authorities, or {@code system}
 * @param credentialName the Secret with the certificates
 * @param clientCertificate the path of the client certificate
 * @param privateKey the path of the private key of the client certificate
 */
public record ResolvedTls(
    Mode mode,
    Optional<String> sni,
    List<String> subjectAltNames,
    Optional<String> caCertificates,
    Optional<String> credentialName,
    Optional<String> clientCertificate,
    Optional<String> privateKey) {

  /** The parties that present a certificate; the name of a constant is the value in Istio's API. */
  public enum Mode {
    /** No TLS is originated. */
    DISABLE,
    /** Only the server presents a certificate. */
    SIMPLE,
    /** Both sides present a certificate. */
    MUTUAL
  }

  private static final String SYSTEM = "system";

  private static final ResolvedTls NONE =
      new ResolvedTls(
          Mode.DISABLE,
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Copies the list. */
  public ResolvedTls {
    subjectAltNames = List.copyOf(subjectAltNames);
  }

  /**
   * Fills in the defaults. SNI, subject names and authorities are always set. Without an SNI, Istio
   * sends the name of the alias. Without subject names, Istio accepts a certificate for any name.
   * Without authorities, Istio before 1.21 does not verify the server.
   *
   * @param host the external host; empty for addresses, which have no name
   */
  static ResolvedTls of(Optional<ClientTls> declared, Optional<String> host) {
    if (declared.isEmpty() || !(declared.get() instanceof Origination tls)) {
      return NONE;
    }
    Optional<String> sni = tls.sni().isPresent() ? tls.sni() : host;
    boolean named = !tls.subjectAltNames().isEmpty() || sni.isEmpty();
    boolean files = tls.credentialName().isEmpty();
    Mutual mutual = tls instanceof Mutual both ? both : null;
    return new ResolvedTls(
        mutual == null ? Mode.SIMPLE : Mode.MUTUAL,
        sni,
        named ? tls.subjectAltNames() : List.of(sni.get()),
        files ? Optional.of(tls.caCertificates().orElse(SYSTEM)) : Optional.empty(),
        tls.credentialName(),
        mutual != null && files ? mutual.clientCertificate() : Optional.empty(),
        mutual != null && files ? mutual.privateKey() : Optional.empty());
  }

  /** Returns whether a proxy needs files or a Secret, which other proxies may not have. */
  public boolean needsFilesOrSecret() {
    return credentialName.isPresent()
        || clientCertificate.isPresent()
        || privateKey.isPresent()
        || !caCertificates.orElse(SYSTEM).equals(SYSTEM);
  }

  /** Returns whether a proxy of the mesh encrypts the traffic of the workload. */
  public boolean originates() {
    return mode != Mode.DISABLE;
  }
}
