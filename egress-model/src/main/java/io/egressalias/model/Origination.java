package io.egressalias.model;

import java.util.List;
import java.util.Optional;

/** TLS that begins at the sidecar: the workload sends clear text, the server gets TLS. */
public sealed interface Origination extends ClientTls permits Simple, Mutual {

  /** Returns the name that the server is asked for; empty: the external name. */
  Optional<String> sni();

  /** Returns the names of which the server's certificate has one; empty: the {@link #sni()}. */
  List<String> subjectAltNames();

  /**
   * Returns a file in the proxy with the authorities that the server is verified by, or {@code
   * system}; empty: {@code system}, unless a credential brings them.
   */
  Optional<String> caCertificates();

  /** Returns the Secret with the certificates. */
  Optional<String> credentialName();
}
