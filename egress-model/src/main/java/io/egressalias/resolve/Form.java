package io.egressalias.resolve;

import io.egressalias.model.PlatformFact;
import java.util.Optional;

/**
 * How an alias is carried out. The form follows from what is declared and from the platform; there
 * is no field for it. What each form can do is in {@link Capability}.
 */
public enum Form {
  /** The workload's bytes leave as they are; every pod can use the alias. */
  DIRECT(false, "the network", Optional.empty()),

  /** Sidecars originate TLS, rewrite the Host header, or are told of the host. */
  SIDECAR(true, "a sidecar", Optional.of(PlatformFact.ISTIO_SYSTEM_AUTHORITIES));

  private final boolean routed;
  private final String carrier;
  private final Optional<PlatformFact> since;

  Form(boolean routed, String carrier, Optional<PlatformFact> since) {
    this.routed = routed;
    this.carrier = carrier;
    this.since = since;
  }

  /**
   * Returns whether a route of Istio leads from the name of the alias to a host of its own. The
   * Service of a routed alias has no target.
   */
  public boolean isRouted() {
    return routed;
  }

  /** Returns the component that carries the traffic, as in a sentence: {@code a sidecar}. */
  public String carrier() {
    return carrier;
  }

  /** Returns the release that the form needs; empty: every release has it. */
  public Optional<PlatformFact> since() {
    return since;
  }
}
