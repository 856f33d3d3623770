package io.egressalias.model;

import java.util.Map;

/**
 * Pods of the cluster: for the day on which the service moves in.
 *
 * @param labels labels as in the selector of a Service, all of which a pod has
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#defining-a-service">
 *     Defining a Service</a>
 */
public record PodSelector(Map<String, String> labels) implements Target {

  /** Copies the map, in its order. */
  public PodSelector {
    labels = Maps.copyOf(labels);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.selector(this);
  }
}
