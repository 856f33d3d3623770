package io.egressalias.model;

/** The target of an alias: an external host, external addresses, or pods of the cluster. */
public sealed interface Target permits ExternalName, StaticEndpoints, PodSelector {

  /** Returns the result of the case for this kind of target. */
  <R> R match(Cases<R> cases);

  /**
   * A function for each kind of target. A new kind of target fails the compilation of every
   * implementation that does not handle it.
   *
   * @param <R> the type of the result
   */
  interface Cases<R> {
    /** Handles an external host. */
    R externalName(ExternalName target);

    /** Handles external addresses. */
    R endpoints(StaticEndpoints target);

    /** Handles pods of the cluster. */
    R selector(PodSelector target);
  }
}
