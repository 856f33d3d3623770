package io.egressalias.declaration;

import io.egressalias.model.OutboundTrafficPolicy;
import java.util.Optional;

/**
 * What holds where a declaration does not say. It never overrides: what contradicts a declaration
 * is a finding of {@link io.egressalias.diagnostic.Rule#CONTRADICTING_OPTION}.
 *
 * @param istio a release of Istio, or {@code none}
 * @param kubernetes a release of Kubernetes
 * @param clusterDomain the domain of the cluster's services
 * @param outboundTrafficPolicy what becomes of traffic to hosts that the mesh does not know
 * @param namespace the namespace of aliases that declare none
 */
public record Assumptions(
    Optional<String> istio,
    Optional<String> kubernetes,
    Optional<String> clusterDomain,
    Optional<OutboundTrafficPolicy> outboundTrafficPolicy,
    Optional<String> namespace) {

  /** Returns no assumption. */
  public static Assumptions none() {
    return new Assumptions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
