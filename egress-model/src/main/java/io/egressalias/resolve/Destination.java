package io.egressalias.resolve;

import io.egressalias.model.ExternalName;
import io.egressalias.model.Platform;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The destination of the traffic of an alias; exactly one of host, addresses and labels is present.
 *
 * @param host the host: an external one, or the full name of one in the cluster
 * @param clusterName the host if it is a name of the cluster itself
 * @param addresses the external addresses
 * @param podLabels the labels of the cluster's own pods
 */
record Destination(
    Optional<String> host,
    Optional<ClusterName> clusterName,
    Optional<List<String>> addresses,
    Optional<Map<String, String>> podLabels) {

  /** Returns whether the target is outside of the cluster. */
  boolean external() {
    return podLabels.isEmpty() && clusterName.isEmpty();
  }

  static Destination of(Target target, Platform platform) {
    return target.match(new OfTarget(platform));
  }

  private record OfTarget(Platform platform) implements Target.Cases<Destination> {
    @Override
    public Destination externalName(ExternalName target) {
      Optional<ClusterName> name = ClusterName.of(target.host(), platform.clusterDomain());
      return new Destination(
          Optional.of(host(target.host(), name)), name, Optional.empty(), Optional.empty());
    }

    /** Completes a short name: neither DNS nor Istio finds the Service by it. */
    private static String host(String declared, Optional<ClusterName> name) {
      return name.isPresent() && name.get().host().length() > declared.length()
          ? name.get().host()
          : declared;
    }

    @Override
    public Destination endpoints(StaticEndpoints target) {
      return new Destination(
          Optional.empty(), Optional.empty(), Optional.of(target.addresses()), Optional.empty());
    }

    @Override
    public Destination selector(PodSelector target) {
      return new Destination(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(target.labels()));
    }
  }
}
