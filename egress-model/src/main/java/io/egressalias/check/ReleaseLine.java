package io.egressalias.check;

import io.egressalias.model.PlatformFact;

/** The lines by which a remedy tells the user to declare a release. */
final class ReleaseLine {
  static final String ISTIO = "`istio: \"1.27\"` in `spec.platform`";
  static final String KUBERNETES = "`kubernetes: \"1.34\"` in `spec.platform`";

  private ReleaseLine() {}

  /** Returns the line that declares a release on which a fact holds. */
  static String of(PlatformFact fact) {
    if (fact == PlatformFact.DYNAMIC_DNS_POLICY) {
      return "`istio: \"1.31\"` in `spec.platform`";
    }
    return fact.since().startsWith("Istio") ? ISTIO : KUBERNETES;
  }
}
