package io.egressalias.model;

import java.util.List;

/**
 * External IP addresses.
 *
 * @param addresses IPv4 addresses in dotted decimal, IPv6 addresses as in RFC 5952
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors">
 *     Services without selectors</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952, section 4</a>
 */
public record StaticEndpoints(List<String> addresses) implements Target {

  /** Copies the list. */
  public StaticEndpoints {
    addresses = List.copyOf(addresses);
  }

  @Override
  public <R> R match(Cases<R> cases) {
    return cases.endpoints(this);
  }
}
