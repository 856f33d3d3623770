package io.egressalias.model;

import java.util.Optional;

/**
 * An external IP address.
 *
 * @param address an IPv4 address in dotted decimal, or an IPv6 address as in RFC 5952
 * @param hostname the name of the address in the domain of a headless Service, a DNS label; several
 *     addresses may have the same name
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/endpoint-slice-v1/">
 *     EndpointSlice, {@code endpoints[].hostname}</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952, section 4</a>
 */
public record EndpointAddress(String address, Optional<String> hostname) {

  /** Returns an address without a hostname. */
  public static EndpointAddress of(String address) {
    return new EndpointAddress(address, Optional.empty());
  }

  /** Returns an address with a hostname. */
  public static EndpointAddress of(String address, String hostname) {
    return new EndpointAddress(address, Optional.of(hostname));
  }
}
