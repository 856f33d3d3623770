package io.egressalias.resolve;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import java.util.List;
import java.util.Optional;

/**
 * TLS with every default filled in. Where a Secret has the certificates, no file is used.
 *
 * @param mode who shows a certificate
 * @param sni the name that the server is asked for; empty where no TLS is originated, and where
 *     none is declared for addresses, which is an error
 * @param subjectAltNames the names of which the server's certificate has one
 * @param caCertificates the file with the authorities, or {@code system}
 * @param credentialName the Secret with the certificates
 * @param clientCertificate the file with the client certificate
 * @param privateKey the file with the private key of the client certificate
 */
public record ResolvedTls(
    Mode mode,
    Optional<String> sni,
    List<String> subjectAltNames,
    Optional<String> caCertificates,
    Optional<String> credentialName,
    Optional<String> clientCertificate,
    Optional<String> privateKey) {

  /** Who shows a certificate; the name of a constant is the word of the API. */
  public enum Mode {
    /** No TLS is originated. */
    DISABLE,
    /** The server alone shows a certificate. */
    SIMPLE,
    /** Both sides show a certificate. */
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
   * Fills in the defaults. The SNI and a name for the certificate are always there: without an SNI
   * Istio asks for the alias's name, and without names it takes a certificate for any name. So is
   * an authority: before Istio 1.21 a rule without one does not verify the server.
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

  /** Returns whether the workload's traffic is encrypted on its way. */
  public boolean originates() {
    return mode != Mode.DISABLE;
  }
}
