package io.egressalias.check;

import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IpAddress;
import io.egressalias.model.IpRange;
import java.util.List;
import java.util.Optional;

/**
 * A range of addresses that must not be endpoints. Narrower ranges come before wider ones.
 *
 * <p>Refers to a kind instead of a rule, so that {@link Rule} is loaded only when one is broken.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry/">IPv4 special-purpose
 *     addresses</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry/">IPv6 special-purpose
 *     addresses</a>
 */
record AddressRange(IpRange range, Kind kind, String meaning) {

  enum Kind {
    REFUSED,
    UNREACHABLE,
    RESERVED,
    DOCUMENTATION
  }

  private static final List<AddressRange> ALL =
      List.of(
          refused("0.0.0.0/32", "the unspecified address"),
          refused("::/128", "the unspecified address"),
          refused("127.0.0.0/8", "a loopback address, which is the pod or node itself"),
          refused("::1/128", "a loopback address, which is the pod or node itself"),
          refused("169.254.0.0/16", "a link-local address, which is another machine on every node"),
          refused("fe80::/10", "a link-local address, which is another machine on every node"),
          refused("224.0.0.0/24", "a link-local multicast address"),
          refused("ff02::/16", "a link-local multicast address"),
          unreachable("0.0.0.0/8", "not the address of a machine"),
          unreachable("224.0.0.0/4", "a multicast address, to which no connection succeeds"),
          unreachable("ff00::/8", "a multicast address, to which no connection succeeds"),
          unreachable("255.255.255.255/32", "the broadcast address"),
          reserved("240.0.0.0/4", "a reserved address, which some networks do not carry"),
          unreachable("100::/64", "an address at which packets are discarded"),
          documentation("192.0.2.0/24", "an address for documentation"),
          documentation("198.51.100.0/24", "an address for documentation"),
          documentation("203.0.113.0/24", "an address for documentation"),
          documentation("2001:db8::/32", "an address for documentation"),
          documentation("3fff::/20", "an address for documentation"),
          documentation("198.18.0.0/15", "an address for benchmarks"),
          documentation("2001:2::/48", "an address for benchmarks"));

  static Optional<AddressRange> of(IpAddress address) {
    for (AddressRange range : ALL) {
      if (range.range().contains(address)) {
        return Optional.of(range);
      }
    }
    return Optional.empty();
  }

  /** Returns the rule that forbids the addresses of this range. */
  Rule rule() {
    return switch (kind) {
      case REFUSED -> Rule.ADDRESS_RANGE;
      case UNREACHABLE, RESERVED -> Rule.ADDRESS_UNREACHABLE;
      case DOCUMENTATION -> Rule.ADDRESS_DOCUMENTATION;
    };
  }

  /** Returns the severity. Some networks use reserved addresses as private ones. */
  Severity severity() {
    return kind == Kind.RESERVED ? Severity.WARNING : rule().severity();
  }

  private static AddressRange refused(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Kind.REFUSED, meaning);
  }

  private static AddressRange unreachable(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Kind.UNREACHABLE, meaning);
  }

  private static AddressRange reserved(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Kind.RESERVED, meaning);
  }

  private static AddressRange documentation(String range, String meaning) {
    return new AddressRange(IpRange.of(range), Kind.DOCUMENTATION, meaning);
  }
}
