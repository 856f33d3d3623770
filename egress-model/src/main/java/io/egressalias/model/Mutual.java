package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** TLS in which the sidecar shows a certificate of the user's own. */
@Value.Immutable
public sealed interface Mutual extends Origination permits ImmutableMutual {

  /** Returns the file in the proxy with the client certificate. */
  Optional<String> clientCertificate();

  /** Returns the file in the proxy with the private key of the client certificate. */
  Optional<String> privateKey();

  /** Starts TLS that differs from this one in what is set. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Starts TLS with a client certificate, from files or from a Secret. */
  static Builder builder() {
    return ImmutableMutual.builder();
  }

  /**
   * Builds {@link Mutual}. What is set again replaces the former value; {@code add} and {@code put}
   * add to it.
   */
  interface Builder {
    /** Sets everything that other TLS has. */
    Builder from(Mutual tls);

    /** Sets the name that the server is asked for. */
    Builder sni(String sni);

    /** Sets the name that the server is asked for, if there is one. */
    Builder sni(Optional<String> sni);

    /** Sets the names that the server's certificate may have, in place of all others. */
    Builder subjectAltNames(Iterable<String> names);

    /** Adds a name that the server's certificate may have. */
    Builder addSubjectAltNames(String name);

    /** Adds names that the server's certificate may have. */
    Builder addAllSubjectAltNames(Iterable<String> names);

    /** Sets the file with the authorities, or {@code system}. */
    Builder caCertificates(String path);

    /** Sets the file with the authorities, or {@code system}, if there is one. */
    Builder caCertificates(Optional<String> path);

    /** Sets the Secret with the client certificate, its key and the authorities. */
    Builder credentialName(String secret);

    /**
     * Sets the Secret with the client certificate, its key and the authorities, if there is one.
     */
    Builder credentialName(Optional<String> secret);

    /** Sets the file with the client certificate. */
    Builder clientCertificate(String path);

    /** Sets the file with the client certificate, if there is one. */
    Builder clientCertificate(Optional<String> path);

    /** Sets the file with the private key. */
    Builder privateKey(String path);

    /** Sets the file with the private key, if there is one. */
    Builder privateKey(Optional<String> path);

    /** Returns the settings. */
    Mutual build();
  }
}
