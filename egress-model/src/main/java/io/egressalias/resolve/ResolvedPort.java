package io.egressalias.resolve;

import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import java.util.Optional;

/** A port of an alias with everything worked out. */
public final class ResolvedPort {
  private final ServicePort declared;
  private final Optional<IstioProtocol> protocol;
  private final int targetNumber;
  private final ResolvedTls tls;
  private final Optional<String> authority;

  /**
   * Resolves a port.
   *
   * @param tls the TLS of this port
   * @param authority what the alias declares
   */
  ResolvedPort(ServicePort declared, ResolvedTls tls, Optional<String> authority) {
    this.declared = declared;
    this.protocol = IstioProtocol.of(declared);
    this.targetNumber = declared.targetNumber();
    this.tls = tls;
    this.authority = speaksHttp() ? authority : Optional.empty();
  }

  /** Returns the port as declared. */
  public ServicePort declared() {
    return declared;
  }

  /** Returns the port that workloads call. */
  public int number() {
    return declared.port();
  }

  /** Returns the number of the port at the target, unless that is a name. */
  public int targetNumber() {
    return targetNumber;
  }

  /** Returns what Istio takes the traffic for; empty where Istio would have to guess. */
  public Optional<IstioProtocol> protocol() {
    return protocol;
  }

  /** Returns whether Istio takes the traffic for HTTP in clear text, of whatever version. */
  public boolean speaksHttp() {
    return protocol.isPresent() && protocol.get().isHttp();
  }

  /** Returns whether Istio takes the traffic for TLS, which the workload speaks by itself. */
  public boolean speaksTls() {
    return protocol.isPresent() && protocol.get().isTls();
  }

  /** Returns the TLS of this port: its own, or else the alias's. */
  public ResolvedTls tls() {
    return tls;
  }

  /** Returns whether TLS is originated on this port. */
  public boolean originates() {
    return tls.originates();
  }

  /** Returns the {@code Host} header that requests of this port get; empty: as the caller wrote. */
  public Optional<String> authority() {
    return authority;
  }
}
