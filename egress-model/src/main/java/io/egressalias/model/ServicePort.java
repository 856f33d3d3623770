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

  /** Returns the port of the target, where it differs from {@link #port()}. */
  Optional<TargetPort> targetPort();

  /** Returns the transport protocol; TCP by default. */
  @Value.Default
  default Protocol protocol() {
    return Protocol.TCP;
  }

  /** Returns the application protocol; it counts before the name does. */
  Optional<String> appProtocol();

  /** Returns the TLS of this port, in place of the alias's. */
  Optional<ClientTls> tls();

  /** Returns the number of the port at the target, unless that is a name. */
  default int targetNumber() {
    return targetPort().orElse(null) instanceof TargetPort.ByNumber number
        ? number.value()
        : port();
  }

  /** Returns whether Istio takes its traffic for HTTP in clear text, of whatever version. */
  default boolean speaksHttp() {
    Optional<IstioProtocol> protocol = IstioProtocol.of(this);
    return protocol.isPresent() && protocol.get().isHttp();
  }

  /** Returns whether Istio takes its traffic for TLS, which the workload speaks by itself. */
  default boolean speaksTls() {
    Optional<IstioProtocol> protocol = IstioProtocol.of(this);
    return protocol.isPresent() && protocol.get().isTls();
  }

  /** Returns a TCP port. */
  static ServicePort of(String name, int port) {
    return builder().name(name).port(port).build();
  }

  /** Starts a port that differs from this one in what is set. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Starts a port. Required: its number. */
  static Builder builder() {
    return ImmutableServicePort.builder();
  }

  /**
   * Builds a {@link ServicePort}. What is set again replaces the former value; {@code add} and
   * {@code put} add to it.
   */
  interface Builder {
    /** Sets everything that another port has. */
    Builder from(ServicePort port);

    /** Sets the name. */
    Builder name(String name);

    /** Sets the name, if there is one. */
    Builder name(Optional<String> name);

    /** Sets the port that workloads call. */
    Builder port(int port);

    /** Sets the port of the target. */
    Builder targetPort(TargetPort port);

    /** Sets the port of the target, if there is one. */
    Builder targetPort(Optional<? extends TargetPort> port);

    /** Sets the port of the target, by number. */
    default Builder targetPort(int port) {
      return targetPort(new TargetPort.ByNumber(port));
    }

    /** Sets the transport protocol. */
    Builder protocol(Protocol protocol);

    /** Sets the application protocol. */
    Builder appProtocol(String appProtocol);

    /** Sets the application protocol, if there is one. */
    Builder appProtocol(Optional<String> appProtocol);

    /** Sets the TLS of this port. */
    Builder tls(ClientTls tls);

    /** Sets the TLS of this port, if there is one. */
    Builder tls(Optional<? extends ClientTls> tls);

    /**
     * Returns the port.
     *
     * @throws IllegalStateException if its number is not set
     */
    ServicePort build();
  }
}
