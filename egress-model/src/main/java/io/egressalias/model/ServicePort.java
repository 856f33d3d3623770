package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/**
 * A port of an alias.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#serviceport-v1-core">
 *     ServicePort</a>
 */
@Value.Immutable
public sealed interface ServicePort permits ImmutableServicePort {

  /**
   * Returns the name: a DNS label of at most 63 characters that starts with Istio's name of the
   * protocol, such as {@code http} or {@code tcp-postgres}.
   *
   * @see <a
   *     href="https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/">
   *     Protocol selection</a>
   */
  Optional<String> name();

  /** Returns the port that workloads call: 1 to 65535. */
  int port();

  /** Returns the port of the target; empty: the same as {@link #port()}. */
  Optional<TargetPort> targetPort();

  /** Returns the transport protocol; TCP by default. */
  @Value.Default
  default Protocol protocol() {
    return Protocol.TCP;
  }

  /** Returns the application protocol, which takes precedence over the name. */
  Optional<String> appProtocol();

  /** Returns the TLS of this port; empty: that of the alias. */
  Optional<ClientTls> tls();

  /**
   * Returns the number of the target port, or {@link #port()} if the target port is absent or a
   * name.
   */
  default int targetNumber() {
    return targetPort().orElse(null) instanceof TargetPort.ByNumber number
        ? number.value()
        : port();
  }

  /** Returns whether Istio assumes HTTP in clear text, of any version. */
  default boolean speaksHttp() {
    Optional<IstioProtocol> protocol = IstioProtocol.of(this);
    return protocol.isPresent() && protocol.get().isHttp();
  }

  /** Returns whether Istio assumes TLS that the workload speaks. */
  default boolean speaksTls() {
    Optional<IstioProtocol> protocol = IstioProtocol.of(this);
    return protocol.isPresent() && protocol.get().isTls();
  }

  /** Returns a TCP port. */
  static ServicePort of(String name, int port) {
    return builder().name(name).port(port).build();
  }

  /** Returns a builder with the values of this port. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Returns a builder. The number is required. */
  static Builder builder() {
    return ImmutableServicePort.builder();
  }

  /** Builds a {@link ServicePort}. Setting a value replaces the previous one. */
  interface Builder {
    /** Sets all values to those of another port. */
    Builder from(ServicePort port);

    /** Sets the name. */
    Builder name(String name);

    /** Sets or clears the name. */
    Builder name(Optional<String> name);

    /** Sets the port that workloads call. */
    Builder port(int port);

    /** Sets the target port. */
    Builder targetPort(TargetPort port);

    /** Sets or clears the target port. */
    Builder targetPort(Optional<? extends TargetPort> port);

    /** Sets the target port to a number. */
    default Builder targetPort(int port) {
      return targetPort(new TargetPort.ByNumber(port));
    }

    /** Sets the transport protocol. */
    Builder protocol(Protocol protocol);

    /** Sets the application protocol. */
    Builder appProtocol(String appProtocol);

    /** Sets or clears the application protocol. */
    Builder appProtocol(Optional<String> appProtocol);

    /** Sets the TLS of this port. */
    Builder tls(ClientTls tls);

    /** Sets or clears the TLS of this port. */
    Builder tls(Optional<? extends ClientTls> tls);

    /**
     * Returns the port.
     *
     * @throws IllegalStateException if the number is not set
     */
    ServicePort build();
  }
}
