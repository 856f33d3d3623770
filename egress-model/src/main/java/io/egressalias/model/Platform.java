package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** The cluster that a declaration is meant for. Nothing of it has to be declared. */
@Value.Immutable
public sealed interface Platform permits ImmutablePlatform {

  /** The cluster domain of a cluster that was not told another. */
  String DEFAULT_CLUSTER_DOMAIN = "cluster.local";

  /** Returns the release of Kubernetes; empty: not declared. */
  Optional<KubernetesVersion> kubernetes();

  /** Returns what is known of the mesh. */
  @Value.Default
  default Istio istio() {
    return Istio.undeclared();
  }

  /** Returns the domain of the cluster's services; {@code cluster.local} by default. */
  @Value.Default
  default String clusterDomain() {
    return DEFAULT_CLUSTER_DOMAIN;
  }

  /** Returns what becomes of traffic to hosts that the mesh does not know. */
  @Value.Default
  default OutboundTrafficPolicy outboundTrafficPolicy() {
    return OutboundTrafficPolicy.ALLOW_ANY;
  }

  /** Returns a platform of which nothing is declared. */
  static Platform undeclared() {
    return builder().build();
  }

  /** Starts a platform. Nothing is required. */
  static Builder builder() {
    return ImmutablePlatform.builder();
  }

  /** Builds a {@link Platform}; what is set twice is an {@link IllegalStateException}. */
  interface Builder {
    /** Sets the release of Kubernetes. */
    Builder kubernetes(KubernetesVersion version);

    /** Sets the release of Kubernetes, if there is one. */
    Builder kubernetes(Optional<? extends KubernetesVersion> version);

    /** Sets what is known of the mesh. */
    Builder istio(Istio istio);

    /** Sets the domain of the cluster's services. */
    Builder clusterDomain(String domain);

    /** Sets what becomes of traffic to hosts that the mesh does not know. */
    Builder outboundTrafficPolicy(OutboundTrafficPolicy policy);

    /** Returns the platform. */
    Platform build();
  }
}
