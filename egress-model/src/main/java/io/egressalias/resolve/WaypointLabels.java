package io.egressalias.resolve;

import io.egressalias.model.Waypoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The labels that name the waypoint of a Service.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/labels/#IoIstioUseWaypoint">
 *     istio.io/use-waypoint</a>
 */
public final class WaypointLabels {
  /** The label with the name of the waypoint. */
  public static final String NAME = "istio.io/use-waypoint";

  /** The label with the namespace of the waypoint; without it, the namespace of the Service. */
  public static final String NAMESPACE = "istio.io/use-waypoint-namespace";

  /** The name that means no waypoint. */
  public static final String NONE = "none";

  /** The label that Istio sets on the pods of each waypoint. */
  public static final Map<String, String> PODS =
      Map.of("gateway.istio.io/managed", "istio.io-mesh-controller");

  private WaypointLabels() {}

  /** Returns the waypoint that labels name; empty: none. */
  public static Optional<Waypoint> declaredBy(Map<String, String> labels) {
    String name = labels.get(NAME);
    if (name == null || name.isEmpty() || name.equals(NONE)) {
      return Optional.empty();
    }
    return Optional.of(new Waypoint.Named(name, Optional.ofNullable(labels.get(NAMESPACE))));
  }

  /**
   * Returns the labels of the Service of an alias; empty if the namespace has them, or if no
   * waypoint carries the alias.
   */
  public static Map<String, String> of(ResolvedAlias alias) {
    if (!(alias.waypoint().orElse(null) instanceof Waypoint.Named waypoint)) {
      return Map.of();
    }
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(NAME, waypoint.name());
    Optional<String> elsewhere = otherNamespace(alias);
    // A label that all aliases share must not move the waypoint of this one.
    if (elsewhere.isPresent() || alias.alias().labels().containsKey(NAMESPACE)) {
      labels.put(NAMESPACE, elsewhere.orElse(alias.namespace()));
    }
    return labels;
  }

  /** Returns the namespace of the waypoint of an alias if it is not the one of the alias. */
  public static Optional<String> otherNamespace(ResolvedAlias alias) {
    return alias.waypoint().orElse(null) instanceof Waypoint.Named waypoint
            && waypoint.namespace().isPresent()
            && !waypoint.namespace().get().equals(alias.namespace())
        ? waypoint.namespace()
        : Optional.empty();
  }
}
