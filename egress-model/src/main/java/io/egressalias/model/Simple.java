package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** TLS in which only the server presents a certificate. */
@Value.Immutable
public sealed interface Simple extends Origination permits ImmutableSimple {

  /** Returns a builder with the values of this TLS. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Returns a builder of TLS without a client certificate. Nothing is required. */
  static Builder builder() {
    return ImmutableSimple.builder();
  }

  /**
   * Builds {@link Simple}. Setting a value replaces the previous one; {@code add} and {@code put}
   * methods extend it.
   */
  interface Builder {
    /** Sets all values to those of other TLS. */
    Builder from(Simple tls);

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

    /** Sets the Secret with the certificate authorities. */
    Builder credentialName(String secret);

    /** Sets or clears the Secret with the certificate authorities. */
    Builder credentialName(Optional<String> secret);

    /** Returns the TLS. */
    Simple build();
  }
}
