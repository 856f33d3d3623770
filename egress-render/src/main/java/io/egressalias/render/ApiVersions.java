package io.egressalias.render;

import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import tools.jackson.databind.node.ObjectNode;

/** The API versions of objects. */
final class ApiVersions {
  static final String CORE = "v1";
  static final String DISCOVERY = "discovery.k8s.io/v1";

  private ApiVersions() {}

  /**
   * Returns the fact that determines the API version of an object; empty if there is only one
   * version.
   */
  static String fact(ObjectNode object, Platform platform) {
    String version = object.path("apiVersion").asString();
    if (!version.startsWith("networking.istio.io/")) {
      return "";
    }
    if (PlatformFact.ISTIO_V1.holds(platform)) {
      return "; " + version + " is served since " + PlatformFact.ISTIO_V1.since();
    }
    return PlatformFact.ISTIO_V1BETA1.holds(platform)
        ? "; " + version + " is served since " + PlatformFact.ISTIO_V1BETA1.since()
        : "; " + version + " is served by every release of Istio";
  }

  /** Returns the newest version that the release serves; every release serves the oldest. */
  static String istio(Platform platform) {
    if (PlatformFact.ISTIO_V1.holds(platform)) {
      return "networking.istio.io/v1";
    }
    return PlatformFact.ISTIO_V1BETA1.holds(platform)
        ? "networking.istio.io/v1beta1"
        : "networking.istio.io/v1alpha3";
  }
}
