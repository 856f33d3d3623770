package io.egressalias.render;

import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;

/** The API versions of objects. */
final class ApiVersions {
  static final String CORE = "v1";
  static final String DISCOVERY = "discovery.k8s.io/v1";

  private ApiVersions() {}

  /** The newest that the release serves; every release serves the oldest. */
  static String istio(Platform platform) {
    if (PlatformFact.ISTIO_V1.holds(platform)) {
      return "networking.istio.io/v1";
    }
    return PlatformFact.ISTIO_V1BETA1.holds(platform)
        ? "networking.istio.io/v1beta1"
        : "networking.istio.io/v1alpha3";
  }
}
