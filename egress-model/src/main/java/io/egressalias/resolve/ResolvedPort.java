package io.egressalias.resolve;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import java.util.Optional;

/** A port of an alias, resolved for its platform. */
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
   * @param alias the alias that declares the port
   */
  ResolvedPort(ServicePort declared, ResolvedTls tls, EgressAlias alias) {
    this.declared = declared;
    this.protocol = IstioProtocol.of(declared);
    this.targetNumber = declared.targetNumber();
    this.tls = tls;
    this.authority = speaksHttp() ? authority(alias, tls) : Optional.empty();
  }

  /** Servers answer to the name in their certificate, which the workload does not call. */
  private static Optional<String> authority(EgressAlias alias, ResolvedTls tls) {
    return alias.authority().isPresent() || alias.preserveAuthority()
        ? alias.authority()
        : tls.sni();
  }

  /** Returns the port as declared. */
  public ServicePort declared() {
    return declared;
  }

  /** Returns the port that workloads call. */
  public int number() {
    return declared.port();
  }

  /**
   * Returns the number of the target port, or {@link #number()} if the target port is absent or a
   * name.
   */
  public int targetNumber() {
    return targetNumber;
  }

  /** Returns the protocol that Istio assumes; empty if Istio would have to detect it. */
  public Optional<IstioProtocol> protocol() {
    return protocol;
  }

  /** Returns whether Istio assumes HTTP in clear text, of any version. */
  public boolean speaksHttp() {
    return protocol.isPresent() && protocol.get().isHttp();
  }

  /** Returns whether Istio assumes TLS that the workload speaks. */
  public boolean speaksTls() {
    return protocol.isPresent() && protocol.get().isTls();
  }

  /** Returns the TLS of this port: its own, otherwise that of the alias. */
  public ResolvedTls tls() {
    return tls;
  }

  /** Returns whether TLS is originated on this port. */
  public boolean originates() {
    return tls.originates();
  }

  /**
   * Returns the {@code Host} header of the requests of this port: the declared one, otherwise the
   * server name of originated TLS; empty: as the workload sends it.
   */
  public Optional<String> authority() {
    return authority;
  }
}
