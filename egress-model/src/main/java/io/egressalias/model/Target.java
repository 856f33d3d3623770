package io.egressalias.model;

import java.util.function.Function;

/** What an alias stands for. */
public sealed interface Target permits ExternalName, StaticEndpoints, PodSelector {

  /** Returns what the function for this kind of target makes of it. */
  default <R> R match(
      Function<? super ExternalName, ? extends R> externalName,
      Function<? super StaticEndpoints, ? extends R> endpoints,
      Function<? super PodSelector, ? extends R> selector) {
    if (this instanceof ExternalName host) {
      return externalName.apply(host);
    }
    if (this instanceof StaticEndpoints addresses) {
      return endpoints.apply(addresses);
    }
    return selector.apply((PodSelector) this);
  }
}
