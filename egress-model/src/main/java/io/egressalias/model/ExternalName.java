package io.egressalias.model;

/**
 * An external host that is resolved by DNS.
 *
 * @param host a DNS name of at least two labels, lower case, without a trailing dot, such as {@code
 *     httpbin.org}; at most 253 characters
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
