package io.egressalias.model;

import java.util.Map;

/**
 * The pods that may use an alias: those of its namespace that have the labels.
 *
 * @param matchLabels labels; a pod must have all of them
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/type/workload-selector/#WorkloadSelector">
 *     WorkloadSelector</a>
 */
public record WorkloadSelector(Map<String, String> matchLabels) {

  /** Copies the map and keeps its order. */
  public WorkloadSelector {
    matchLabels = Maps.copyOf(matchLabels);
  }
}
