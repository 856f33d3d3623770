package io.egressalias.model;

import java.util.Optional;

/**
 * A range of IP addresses with a common prefix.
 *
 * @param network an address of the range
 * @param length the length of the prefix in bits: 0 to 32 for IPv4, 0 to 128 for IPv6
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, section 3.1</a>
 */
public record IpRange(IpAddress network, int length) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if the length is out of range
   */
  public IpRange {
    if (length < 0 || length > (network.isV4() ? 32 : 128)) {
      throw new IllegalArgumentException("no range: " + network + "/" + length);
    }
  }

  /**
   * Parses a notation such as {@code 10.0.0.0/8} or {@code fe80::/10}.
   *
   * @throws IllegalArgumentException if the text is not a range
   */
  public static IpRange of(String notation) {
    int slash = notation.indexOf('/');
    Optional<IpAddress> network = IpAddress.parse(notation.substring(0, Math.max(slash, 0)));
    if (network.isEmpty()) {
      throw new IllegalArgumentException("no range: " + notation);
    }
    return new IpRange(network.get(), Integer.parseInt(notation.substring(slash + 1)));
  }

  /** Returns whether an address is in the range; false for an address of the other family. */
  public boolean contains(IpAddress address) {
    return address.startsAs(network, length);
  }

  /** Returns the notation, such as {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    return network + "/" + length;
  }
}
