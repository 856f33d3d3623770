package io.egressalias.model;

import java.util.Locale;

/**
 * The component of the mesh that carries the traffic of workloads.
 *
 * @see <a href="https://istio.io/latest/docs/overview/dataplane-modes/">Data plane modes</a>
 */
public enum DataPlane {
  /** A sidecar in each pod. */
  SIDECAR,
  /** A ztunnel on each node, and waypoints. */
  AMBIENT;

  /**
   * Returns the data plane with a value.
   *
   * @param word {@code sidecar} or {@code ambient}
   * @throws IllegalArgumentException if the text is neither
   */
  public static DataPlane of(String word) {
    for (DataPlane dataPlane : values()) {
      if (dataPlane.word().equals(word)) {
        return dataPlane;
      }
    }
    throw new IllegalArgumentException("expected sidecar or ambient, found " + word);
  }

  /** Returns the value in a declaration: {@code sidecar} or {@code ambient}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
