package io.egressalias.model;

import java.util.List;
import java.util.Optional;

/** TLS that the sidecar originates: the workload sends clear text, and the server receives TLS. */
public sealed interface Origination extends ClientTls permits Simple, Mutual {

  /** Returns the server name (SNI) of the handshake; empty: the external name. */
  Optional<String> sni();

  /**
   * Returns the accepted names of the server's certificate, one of which must match; empty: the
   * {@link #sni()}.
   */
  List<String> subjectAltNames();

  /**
   * Returns the path, in the proxy, of the certificate authorities that verify the server, or
   * {@code system}; empty: {@code system}, unless {@link #credentialName()} provides them.
   */
  Optional<String> caCertificates();

  /** Returns the name of the Secret with the certificates. */
  Optional<String> credentialName();
}
