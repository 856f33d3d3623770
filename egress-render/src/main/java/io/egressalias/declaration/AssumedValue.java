package io.egressalias.declaration;

import io.egressalias.check.Names;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.Istio;
import io.egressalias.model.IstioVersion;
import io.egressalias.model.KubernetesVersion;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.resolve.WaypointLabels;
import java.util.List;
import java.util.Optional;

/** A field for which an option can supply a default value. */
public enum AssumedValue {
  /** A release of Istio, or {@code none}. */
  ISTIO("a release such as `1.27`", "platform", "istio"),
  /** A release of Kubernetes. */
  KUBERNETES("a release such as `1.34`", "platform", "kubernetes"),
  /** The domain of the cluster's services. */
  CLUSTER_DOMAIN("a DNS name such as `cluster.local`", "platform", "clusterDomain"),
  /** The treatment of traffic to hosts that the mesh does not know. */
  OUTBOUND_TRAFFIC_POLICY(
      "`ALLOW_ANY`, `REGISTRY_ONLY` or `ALLOW_ANY_DYNAMIC_DNS`",
      "platform",
      "outboundTrafficPolicy"),
  /** The data plane of the mesh. */
  DATA_PLANE("`sidecar` or `ambient`", "platform", "dataPlane"),
  /** The waypoint of aliases that declare none: a name, or {@code namespace/name}. */
  WAYPOINT("a name such as `waypoint` or `istio-egress/waypoint`", "platform", "waypoint"),
  /** The namespace of aliases that declare none. */
  NAMESPACE("a name such as `shop`", "namespace");

  private final String expected;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> keys;

  AssumedValue(String expected, String... keysBelowSpec) {
    this.expected = expected;
    this.keys = List.of(keysBelowSpec);
  }

  /** Returns a description of valid values, for the message about an invalid one. */
  public String expected() {
    return expected;
  }

  /** Returns whether a text is a valid value. */
  public boolean admits(String text) {
    return switch (this) {
      case ISTIO -> text.equals(Istio.NONE) || IstioVersion.parse(text).isPresent();
      case KUBERNETES -> KubernetesVersion.parse(text).isPresent();
      case CLUSTER_DOMAIN -> Names.isHost(text);
      case OUTBOUND_TRAFFIC_POLICY -> isPolicy(text);
      case DATA_PLANE -> DataPlanes.SHAPE.words().contains(text);
      case WAYPOINT -> isWaypoint(text);
      case NAMESPACE -> Names.isNamespace(text);
    };
  }

  private static boolean isPolicy(String text) {
    for (OutboundTrafficPolicy policy : OutboundTrafficPolicy.values()) {
      if (policy.name().equals(text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWaypoint(String text) {
    int slash = text.indexOf('/');
    String name = text.substring(slash + 1);
    return Names.isNamespace(name)
        && !name.equals(WaypointLabels.NONE)
        && (slash < 0 || Names.isNamespace(text.substring(0, slash)));
  }

  /** Returns whether two texts are equivalent, such as {@code 1.27} and {@code v1.27.3}. */
  boolean same(String left, String right) {
    return normal(left).equals(normal(right));
  }

  private String normal(String text) {
    Optional<?> release =
        switch (this) {
          case ISTIO -> IstioVersion.parse(text);
          case KUBERNETES -> KubernetesVersion.parse(text);
          case CLUSTER_DOMAIN, OUTBOUND_TRAFFIC_POLICY, DATA_PLANE, WAYPOINT, NAMESPACE ->
              Optional.empty();
        };
    return release.isPresent() ? release.get().toString() : text;
  }

  /** Returns the keys that lead to the field, from the root of the document. */
  String[] keys() {
    String[] path = new String[keys.size() + 1];
    path[0] = "spec";
    for (int i = 0; i < keys.size(); i++) {
      path[i + 1] = keys.get(i);
    }
    return path;
  }

  /** Returns the path of the field. */
  FieldPath path() {
    return FieldPath.of(keys());
  }

  /** Returns the key of the field. */
  String key() {
    return keys.get(keys.size() - 1);
  }
}
