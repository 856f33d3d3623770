package io.egressalias.model;

/** What an alias stands for. */
public sealed interface Target permits ExternalName, StaticEndpoints, PodSelector {

  /** Returns what the case for this kind of target makes of it. */
  <R> R match(Cases<R> cases);

  /**
   * A case for each kind of target: with a new kind, what does not handle it does not compile.
   *
   * @param <R> what is made of a target
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
