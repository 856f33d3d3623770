package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** TLS in which the sidecar presents a client certificate of the user. */
@Value.Immutable
public sealed interface Mutual extends Origination permits ImmutableMutual {

  /** Returns the path, in the proxy, of the client certificate. */
  Optional<String> clientCertificate();

  /** Returns the path, in the proxy, of the private key of the client certificate. */
  Optional<String> privateKey();

  /** Returns a builder with the values of this TLS. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /**
   * Returns a builder of TLS with a client certificate, which comes from files or from a Secret.
   */
  static Builder builder() {
    return ImmutableMutual.builder();
  }

  /**
   * Builds {@link Mutual}. Setting a value replaces the previous one; {@code add} and {@code put}
   * methods extend it.
   */
  interface Builder {
    /** Sets all values to those of other TLS. */
    Builder from(Mutual tls);

    /** Sets the server name (SNI) of the handshake. */
    Builder sni(String sni);

    /** Sets or clears the server name (SNI) of the handshake. */
    Builder sni(Optional<String> sni);

    /** Sets the accepted names of the server's certificate and removes previous ones. */
    Builder subjectAltNames(Iterable<String> names);

    /** Adds an accepted name of the server's certificate. */
    Builder addSubjectAltNames(String name);

    /** Adds accepted names of the server's certificate. */
    Builder addAllSubjectAltNames(Iterable<String> names);

    /** Sets the path of the certificate authorities, or {@code system}. */
    Builder caCertificates(String path);

    /** Sets or clears the path of the certificate authorities, which may be {@code system}. */
    Builder caCertificates(Optional<String> path);

    /** Sets the Secret with the client certificate, its key and the certificate authorities. */
    Builder credentialName(String secret);

    /**
     * Sets or clears the Secret with the client certificate, its key and the certificate
     * authorities.
     */
    Builder credentialName(Optional<String> secret);

    /** Sets the path of the client certificate. */
    Builder clientCertificate(String path);

    /** Sets or clears the path of the client certificate. */
    Builder clientCertificate(Optional<String> path);

    /** Sets the path of the private key. */
    Builder privateKey(String path);

    /** Sets or clears the path of the private key. */
    Builder privateKey(Optional<String> path);

    /** Returns the TLS. */
    Mutual build();
  }
}
