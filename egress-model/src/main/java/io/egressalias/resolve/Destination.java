package io.egressalias.resolve;

import io.egressalias.model.ExternalName;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The destination of the traffic of an alias; exactly one of the values is present.
 *
 * @param host the external host
 * @param addresses the external addresses
 * @param podLabels the labels of the cluster's own pods
 */
record Destination(
    Optional<String> host,
    Optional<List<String>> addresses,
    Optional<Map<String, String>> podLabels) {

  /** Returns whether the target is outside of the cluster. */
  boolean external() {
    return podLabels.isEmpty();
  }

  static Destination of(Target target) {
    return target.match(new OfTarget());
  }

  private static final class OfTarget implements Target.Cases<Destination> {
    @Override
    public Destination externalName(ExternalName target) {
      return new Destination(Optional.of(target.host()), Optional.empty(), Optional.empty());
    }

    @Override
    public Destination endpoints(StaticEndpoints target) {
      return new Destination(Optional.empty(), Optional.of(target.addresses()), Optional.empty());
    }

    @Override
    public Destination selector(PodSelector target) {
      return new Destination(Optional.empty(), Optional.empty(), Optional.of(target.labels()));
    }
  }
}
