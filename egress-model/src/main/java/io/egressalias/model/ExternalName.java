package io.egressalias.model;

/**
 * A host that is resolved by DNS: an external one, or a name of the cluster itself.
 *
 * @param host a DNS name in lower case, such as {@code httpbin.org}; at most 253 characters. In a
 *     mesh it has at least two labels and no trailing dot.
 * @see <a
 *     href="https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#servicespec-v1-core">
 *     ServiceSpec.externalName</a>
 */
public record ExternalName(String host) implements Target {
  @Override
  public <R> R match(Cases<R> cases) {
    return cases.externalName(this);
  }
}
