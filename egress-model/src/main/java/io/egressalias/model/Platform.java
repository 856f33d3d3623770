package io.egressalias.model;

import java.util.Optional;
import org.immutables.value.Value;

/** The cluster that a declaration is for. Every value is optional. */
@Value.Immutable
public sealed interface Platform permits ImmutablePlatform {

  /** The default cluster domain of Kubernetes. */
  String DEFAULT_CLUSTER_DOMAIN = "cluster.local";

  /** Returns the release of Kubernetes; empty: not declared. */
  Optional<KubernetesVersion> kubernetes();

  /** Returns the declared mesh. */
  @Value.Default
  default Istio istio() {
    return Istio.undeclared();
  }

  /** Returns the domain of the cluster's services; {@code cluster.local} by default. */
  @Value.Default
  default String clusterDomain() {
    return DEFAULT_CLUSTER_DOMAIN;
  }

  /** Returns the treatment of traffic to hosts that the mesh does not know. */
  @Value.Default
  default OutboundTrafficPolicy outboundTrafficPolicy() {
    return OutboundTrafficPolicy.ALLOW_ANY;
  }

  /** Returns the data plane of the mesh; {@code SIDECAR} by default. */
  @Value.Default
  default DataPlane dataPlane() {
    return DataPlane.SIDECAR;
  }

  /**
   * Returns whether traffic to hosts that the mesh does not know is dropped: {@code REGISTRY_ONLY}
   * with sidecars. A ztunnel does not enforce the policy.
   */
  default boolean blocksUnknownHosts() {
    return dataPlane() == DataPlane.SIDECAR
        && outboundTrafficPolicy() == OutboundTrafficPolicy.REGISTRY_ONLY;
  }

  /** Returns the waypoint of the aliases that declare none; empty: not declared. */
  Optional<Waypoint> waypoint();

  /**
   * Returns a platform with declared releases.
   *
   * @param kubernetes a release, such as {@code 1.34}
   * @param istio a release, such as {@code 1.27}, or {@code none} for a cluster without a mesh
   * @throws IllegalArgumentException if a text is not a release
   */
  static Platform of(String kubernetes, String istio) {
    return builder().kubernetes(kubernetes).istio(istio).build();
  }

  /** Returns a platform without declared values. */
  static Platform undeclared() {
    return builder().build();
  }

  /** Returns a builder with the values of this platform. */
  default Builder toBuilder() {
    return builder().from(this);
  }

  /** Returns a builder. Nothing is required. */
  static Builder builder() {
    return ImmutablePlatform.builder();
  }

  /** Builds a {@link Platform}. Setting a value replaces the previous one. */
  interface Builder {
    /** Sets all values to those of another platform. */
    Builder from(Platform platform);

    /** Sets the release of Kubernetes. */
    Builder kubernetes(KubernetesVersion version);

    /**
     * Sets the release of Kubernetes.
     *
     * @param version such as {@code 1.34}
     * @throws IllegalArgumentException if the text is not a release
     */
    default Builder kubernetes(String version) {
      return kubernetes(
          KubernetesVersion.parse(version)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "expected a release such as 1.34, found " + version)));
    }

    /** Sets or clears the release of Kubernetes. */
    Builder kubernetes(Optional<? extends KubernetesVersion> version);

    /** Sets the mesh. */
    Builder istio(Istio istio);

    /**
     * Sets the release of Istio.
     *
     * @param version such as {@code 1.27}, or {@code none} for a cluster without a mesh
     * @throws IllegalArgumentException if the text is neither
     */
    default Builder istio(String version) {
      return istio(Istio.of(version));
    }

    /** Sets the domain of the cluster's services. */
    Builder clusterDomain(String domain);

    /** Sets the treatment of traffic to hosts that the mesh does not know. */
    Builder outboundTrafficPolicy(OutboundTrafficPolicy policy);

    /** Sets the data plane of the mesh. */
    Builder dataPlane(DataPlane dataPlane);

    /** Sets the waypoint of the aliases that declare none. */
    Builder waypoint(Waypoint waypoint);

    /** Sets or clears the waypoint of the aliases that declare none. */
    Builder waypoint(Optional<? extends Waypoint> waypoint);

    /** Returns the platform. */
    Platform build();
  }
}
