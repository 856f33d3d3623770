package io.egressalias.model;

import java.util.Map;

/**
 * Pods of the cluster, for a service that has moved from outside into the cluster.
 *
 * @param labels labels as in the selector of a Service; a pod must have all of them
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service">
 *     Defining a Service</a>
 */
public record PodSelector(Map<String, String> labels) implements Target {

  /** Copies the map and keeps its order. */
  public PodSelector {
    labels = Maps.copyOf(labels);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.selector(this);
  }
}
