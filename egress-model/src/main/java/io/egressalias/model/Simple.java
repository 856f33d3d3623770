package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** TLS in which the server alone shows a certificate. */
@Value.Immutable
public sealed interface Simple extends Origination permits ImmutableSimple {

  /** Starts TLS without a client certificate. Nothing is required. */
  static Builder builder() {
    return ImmutableSimple.builder();
  }

  /** Builds {@link Simple}; what is set twice is an {@link IllegalStateException}. */
  interface Builder {
    /** Sets the name that the server is asked for. */
    Builder sni(String sni);

    /** Sets the name that the server is asked for, if there is one. */
    Builder sni(Optional<String> sni);

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
