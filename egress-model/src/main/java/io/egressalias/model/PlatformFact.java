package io.egressalias.model;

import java.util.Optional;

/**
 * A feature that a release introduced. A fact holds on a platform that declares this release or a
 * later one. It does not hold if the platform declares no release.
 */
public enum PlatformFact {
  /** Istio's objects are served as v1beta1. */
  ISTIO_V1BETA1(Component.ISTIO, 1, 5, "https://istio.io/latest/news/releases/1.5.x/"),

  /** A listener for HTTP on a number leaves the TLS and TCP traffic of other hosts unchanged. */
  HTTP_BESIDE_OTHERS(Component.ISTIO, 1, 6, "https://github.com/istio/istio/pull/22707"),

  /**
   * Sidecars accept {@code system} for the operating system's authorities; the routed form needs
   * this.
   */
  ISTIO_SYSTEM_AUTHORITIES(
      Component.ISTIO, 1, 13, "https://istio.io/latest/news/releases/1.13.x/announcing-1.13/"),

  /**
   * An ExternalName Service is an alias of its host: it has no cluster of its own, so a rule on it
   * has no effect and its ports are ignored.
   */
  EXTERNAL_NAME_IS_ALIAS(
      Component.ISTIO,
      1,
      21,
      "https://istio.io/latest/news/releases/1.21.x/announcing-1.21/upgrade-notes/"),

  /** A DestinationRule can select pods, and only these pods load its credential. */
  ISTIO_WORKLOAD_SELECTOR(Component.ISTIO, 1, 14, "https://github.com/istio/istio/pull/38324"),

  /** Ambient mode is generally available, and waypoints originate the TLS of each port. */
  AMBIENT(
      Component.ISTIO,
      1,
      24,
      "https://istio.io/latest/news/releases/1.24.x/announcing-1.24/change-notes/"),

  /** Waypoints carry out routes for TCP. */
  AMBIENT_TCP_ROUTES(
      Component.ISTIO,
      1,
      26,
      "https://istio.io/latest/news/releases/1.26.x/announcing-1.26/change-notes/"),

  /** A proxy can resolve the hosts that the mesh does not know. */
  DYNAMIC_DNS_POLICY(
      Component.ISTIO,
      1,
      31,
      "https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-OutboundTrafficPolicy-Mode"),

  /** Istio's objects are served as v1. */
  ISTIO_V1(Component.ISTIO, 1, 22, "https://istio.io/latest/blog/2024/v1-apis/"),

  /** The ports of a Service have {@code appProtocol}. */
  APP_PROTOCOL(
      Component.KUBERNETES,
      1,
      20,
      "https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol"),

  /** The ports of a Service can be SCTP. */
  SCTP(
      Component.KUBERNETES,
      1,
      20,
      "https://kubernetes.io/docs/reference/networking/service-protocols/#protocol-sctp"),

  /** A Service declares the families of its addresses. */
  IP_FAMILIES(
      Component.KUBERNETES,
      1,
      21,
      "https://kubernetes.io/docs/concepts/services-networking/dual-stack/"),

  /** Endpoints are deprecated in favour of EndpointSlices. */
  ENDPOINTS_DEPRECATED(
      Component.KUBERNETES, 1, 33, "https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/"),

  /** The name of a Service can start with a digit. */
  RELAXED_SERVICE_NAME(
      Component.KUBERNETES, 1, 36, "https://www.kubernetes.dev/resources/keps/5311/");

  private enum Component {
    ISTIO,
    KUBERNETES
  }

  private final Component component;
  private final int major;
  private final int minor;
  private final String source;

  PlatformFact(Component component, int major, int minor, String source) {
    this.component = component;
    this.major = major;
    this.minor = minor;
    this.source = source;
  }

  /**
   * Returns whether the platform declares this release or a later one. An ambient mesh of an
   * undeclared release counts as one of the release of {@link #AMBIENT}.
   */
  public boolean holds(Platform platform) {
    Optional<ReleaseNumber> declared = declared(platform);
    if (declared.isPresent()) {
      return declared.get().compareTo(new ReleaseNumber(major, minor)) >= 0;
    }
    return component == Component.ISTIO
        && platform.dataPlane() == DataPlane.AMBIENT
        && platform.istio().present()
        && (major < AMBIENT.major || (major == AMBIENT.major && minor <= AMBIENT.minor));
  }

  /** Returns whether the platform declares an earlier release. */
  public boolean isLaterThan(Platform platform) {
    return declared(platform).isPresent() && !holds(platform);
  }

  /** Returns the URL of the source. */
  public String source() {
    return source;
  }

  /** Returns the release, such as {@code Istio 1.21}. */
  public String since() {
    return (component == Component.ISTIO ? "Istio " : "Kubernetes ") + major + "." + minor;
  }

  private Optional<ReleaseNumber> declared(Platform platform) {
    if (component == Component.ISTIO) {
      Optional<IstioVersion> istio = platform.istio().version();
      return istio.isPresent() ? Optional.of(istio.get().number()) : Optional.empty();
    }
    Optional<KubernetesVersion> kubernetes = platform.kubernetes();
    return kubernetes.isPresent() ? Optional.of(kubernetes.get().number()) : Optional.empty();
  }
}
