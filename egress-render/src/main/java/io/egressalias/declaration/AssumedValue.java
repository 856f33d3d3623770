package io.egressalias.declaration;

import io.egressalias.check.Names;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;

/** A value that can be assumed where a declaration does not say it, and what it looks like. */
public enum AssumedValue {
  /** A release of Istio, or none. */
  ISTIO("a release such as `1.27`"),
  /** A release of Kubernetes. */
  KUBERNETES("a release such as `1.34`"),
  /** The domain of the cluster's services. */
  CLUSTER_DOMAIN("a DNS name such as `cluster.local`"),
  /** The namespace of aliases that declare none. */
  NAMESPACE("a name such as `shop`");

  private final String expected;

  AssumedValue(String expected) {
    this.expected = expected;
  }

  /** Returns what such a value is, for a message about one that is not. */
  public String expected() {
    return expected;
  }

  /** Returns whether a text is such a value. */
  public boolean admits(String text) {
    return switch (this) {
      case ISTIO -> text.equals("none") || IstioVersion.parse(text).isPresent();
      case KUBERNETES -> KubernetesVersion.parse(text).isPresent();
      case CLUSTER_DOMAIN -> Names.isHost(text);
      case NAMESPACE -> Names.isNamespace(text);
    };
  }
}
