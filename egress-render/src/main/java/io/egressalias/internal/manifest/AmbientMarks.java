package io.egressalias.internal.manifest;

import io.egressalias.model.EgressAlias;
import io.egressalias.resolve.WaypointLabels;
import java.util.Map;
import java.util.Set;

/**
 * What the labels of a set say about an ambient mesh.
 *
 * @param marked the namespaces with an object that is in an ambient mesh or names a waypoint, as
 *     written
 * @param namespaces the labels of the Namespaces of the set, by their names
 * @see <a href="https://istio.io/latest/docs/reference/config/labels/">Labels of Istio</a>
 */
public record AmbientMarks(Set<String> marked, Map<String, OfNamespace> namespaces) {
  /** The label with the name of a waypoint. */
  public static final String USE_WAYPOINT = WaypointLabels.NAME;

  /** The label with the namespace of a waypoint. */
  public static final String USE_WAYPOINT_NAMESPACE = WaypointLabels.NAMESPACE;

  static final String DATA_PLANE_MODE = "istio.io/dataplane-mode";

  /** The value of a label that excludes an object from what its namespace says. */
  public static final String NONE = WaypointLabels.NONE;

  static final String AMBIENT = "ambient";

  /** A set without an ambient mesh. */
  static final AmbientMarks ABSENT = new AmbientMarks(Set.of(), Map.of());

  /** Copies the collections. */
  public AmbientMarks {
    marked = Set.copyOf(marked);
    namespaces = Map.copyOf(namespaces);
  }

  /**
   * The labels of a Namespace.
   *
   * @param ambient whether the pods of the namespace are in the ambient mesh
   * @param waypoint the name of the waypoint of the namespace; empty: none
   * @param elsewhere the namespace of that waypoint; empty: the same
   */
  public record OfNamespace(boolean ambient, String waypoint, String elsewhere) {
    private static final OfNamespace UNKNOWN = new OfNamespace(false, "", "");

    /** Returns whether the Services of the namespace have a waypoint. */
    public boolean enrolled() {
      return !waypoint.isEmpty();
    }
  }

  /** Returns the labels of a namespace; empty: {@code default}. */
  public OfNamespace of(String namespace) {
    String name = namespace.isEmpty() ? EgressAlias.DEFAULT_NAMESPACE : namespace;
    return namespaces.getOrDefault(name, OfNamespace.UNKNOWN);
  }

  /** Returns whether the Namespace is in the set. */
  public boolean has(String namespace) {
    return namespaces.containsKey(namespace);
  }

  /** Returns whether a value of {@link #USE_WAYPOINT} names a waypoint. */
  public static boolean isName(String value) {
    return !value.isEmpty() && !value.equals(NONE);
  }

  /** Returns the waypoint that an object names; empty: none. */
  public static String waypoint(ManifestObject object) {
    String value = object.tree().textAt("metadata", "labels", USE_WAYPOINT);
    return isName(value) ? value : "";
  }
}
