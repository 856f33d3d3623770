package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** TLS in which the server alone shows a certificate. */
@Value.Immutable
public sealed interface Simple extends Origination permits ImmutableSimple {

  /** Starts TLS that differs from this one in what is set. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Starts TLS without a client certificate. Nothing is required. */
  static Builder builder() {
    return ImmutableSimple.builder();
  }

  /**
   * Builds {@link Simple}. What is set again replaces the former value; {@code add} and {@code put}
   * add to it.
   */
  interface Builder {
    /** Sets everything that other TLS has. */
    Builder from(Simple tls);

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

    /** Sets the Secret with the authorities. */
    Builder credentialName(String secret);

    /** Sets the Secret with the authorities, if there is one. */
    Builder credentialName(Optional<String> secret);

    /** Returns the settings. */
    Simple build();
  }
}
