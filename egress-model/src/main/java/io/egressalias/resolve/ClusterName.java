package io.egressalias.resolve;

import java.util.Optional;

/**
 * A DNS name of the cluster itself, such as {@code db.storage.svc.cluster.local}.
 *
 * @param host the full name, without a dot at its end
 * @param service the Service that has this name; empty: the name of a pod, of a cluster set, or
 *     another name
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/">DNS for
 *     Services and Pods</a>
 */
public record ClusterName(String host, Optional<ServiceName> service) {
  private static final String SHORT_FORM = ".svc";

  /** The domain of the Services that several clusters share. */
  private static final String OF_CLUSTER_SET = ".svc.clusterset.local";

  /** The name and the namespace of a Service. */
  public record ServiceName(String name, String namespace) {}

  /**
   * Returns the full name for a host, in any of its forms; empty: the host is outside of the
   * cluster.
   */
  static Optional<ClusterName> of(String declared, String clusterDomain) {
    String host = withoutDot(declared);
    if (host.endsWith(SHORT_FORM)) {
      int length = host.length() - SHORT_FORM.length();
      return Optional.of(new ClusterName(host + "." + clusterDomain, service(host, length)));
    }
    if (isWithin(host, clusterDomain)) {
      int length = host.length() - SHORT_FORM.length() - 1 - clusterDomain.length();
      boolean ofService = length > 0 && host.startsWith(SHORT_FORM + ".", length);
      return Optional.of(
          new ClusterName(host, ofService ? service(host, length) : Optional.empty()));
    }
    return host.endsWith(OF_CLUSTER_SET)
        ? Optional.of(new ClusterName(host, Optional.empty()))
        : Optional.empty();
  }

  /** DNS uses a dot at the end for a name to which no search domain is added. */
  private static String withoutDot(String host) {
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static boolean isWithin(String host, String domain) {
    int rest = host.length() - domain.length();
    return host.endsWith(domain) && (rest == 0 || (rest > 0 && host.charAt(rest - 1) == '.'));
  }

  /** Returns the Service if the start of a host has exactly two parts. */
  private static Optional<ServiceName> service(String host, int length) {
    int dot = host.indexOf('.');
    boolean two = dot > 0 && dot < length && host.lastIndexOf('.', length - 1) == dot;
    return two
        ? Optional.of(new ServiceName(host.substring(0, dot), host.substring(dot + 1, length)))
        : Optional.empty();
  }

  /** Returns whether the name is of the Service of an alias. */
  public boolean isOf(String name, String namespace) {
    return service.isPresent()
        && service.get().name().equals(name)
        && service.get().namespace().equals(namespace);
  }

  /** Returns whether the Services of several clusters share the name. */
  public boolean isOfClusterSet() {
    return host.endsWith(OF_CLUSTER_SET);
  }
}
