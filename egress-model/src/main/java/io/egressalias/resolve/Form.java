package io.egressalias.resolve;

import io.egressalias.model.PlatformFact;
import java.util.Optional;

/**
 * The set of objects that implement an alias. The declaration and the platform determine the form;
 * no field declares it. {@link Capability} lists what each form supports.
 */
public enum Form {
  /** Traffic leaves as the workload sends it; every pod can use the alias. */
  DIRECT(false, "the network", Optional.empty()),

  /** Sidecars originate TLS, rewrite the Host header, map ports, or need to know the host. */
  SIDECAR(true, "a sidecar", Optional.of(PlatformFact.ISTIO_SYSTEM_AUTHORITIES)),

  /** A waypoint of an ambient mesh does the same, with the same objects. */
  WAYPOINT(true, "a waypoint", Optional.of(PlatformFact.AMBIENT));

  private final boolean routed;
  private final String carrier;
  private final Optional<PlatformFact> since;

  Form(boolean routed, String carrier, Optional<PlatformFact> since) {
    this.routed = routed;
    this.carrier = carrier;
    this.since = since;
  }

  /**
   * Returns whether a route of Istio leads from the name of the alias to a generated host. The
   * Service of a routed alias has no target.
   */
  public boolean isRouted() {
    return routed;
  }

  /** Returns the component that carries the traffic, as part of a sentence: {@code a sidecar}. */
  public String carrier() {
    return carrier;
  }

  /** Returns the release that the form requires; empty: every release supports it. */
  public Optional<PlatformFact> since() {
    return since;
  }
}
