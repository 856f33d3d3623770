package io.egressalias.check;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IpAddress;
import io.egressalias.model.IpRange;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses that is not for endpoints. The narrower stands before the wider.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 special-purpose
 *     addresses</a>
 */
record AddressRange(IpRange range, Rule rule, String meaning) {

  private static final List<AddressRange> ALL =
      List.of(
          refused("0.0.0.0/32", "the unspecified address"),
          refused("::/128", "the unspecified address"),
          refused("127.0.0.0/8", "the pod or node itself"),
          refused("::1/128", "the pod or node itself"),
          refused("169.254.0.0/16", "link-local, another machine on every node"),
          refused("fe80::/10", "link-local, another machine on every node"),
          refused("224.0.0.0/24", "link-local multicast"),
          refused("ff02::/16", "link-local multicast"),
          unreachable("0.0.0.0/8", "no address of a machine"),
          unreachable("224.0.0.0/4", "multicast, to which nothing connects"),
          unreachable("ff00::/8", "multicast, to which nothing connects"),
          unreachable("255.255.255.255/32", "the broadcast address"),
          unreachable("240.0.0.0/4", "reserved"),
          unreachable("100::/64", "where packets are discarded"),
          documentation("192.0.2.0/24"),
          documentation("198.51.100.0/24"),
          documentation("203.0.113.0/24"),
          documentation("2001:db8::/32"),
          documentation("3fff::/20"),
          new AddressRange(
              IpRange.of("198.18.0.0/15"), Rule.ADDRESS_DOCUMENTATION, "for benchmarks"),
          new AddressRange(
              IpRange.of("2001:2::/48"), Rule.ADDRESS_DOCUMENTATION, "for benchmarks"));

  static Optional<AddressRange> of(IpAddress address) {
    return ALL.stream().filter(range -> range.range().contains(address)).findFirst();
  }

  private static AddressRange refused(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Rule.ADDRESS_RANGE, meaning);
  }

  private static AddressRange unreachable(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Rule.ADDRESS_UNREACHABLE, meaning);
  }

  private static AddressRange documentation(String range) {
    return new AddressRange(IpRange.of(range), Rule.ADDRESS_DOCUMENTATION, "for documentation");
  }
}
