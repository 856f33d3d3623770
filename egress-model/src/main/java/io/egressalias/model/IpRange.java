package io.egressalias.model;

import java.util.Optional;

/**
 * A range of IP addresses: those that begin with the same bits.
 *
 * @param network an address of the range
 * @param length how many bits they have in common: 0 to 32, or to 128
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, section 3.1</a>
 */
public record IpRange(IpAddress network, int length) {

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if the network has not so many bits
   */
  public IpRange {
    if (length < 0 || length > (network.isV4() ? 32 : 128)) {
      throw new IllegalArgumentException("no range: " + network + "/" + length);
    }
  }

  /**
   * Returns the range of a notation such as {@code 10.0.0.0/8} or {@code fe80::/10}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static IpRange of(String notation) {
    int slash = notation.indexOf('/');
    Optional<IpAddress> network = IpAddress.parse(notation.substring(0, Math.max(slash, 0)));
    if (network.isEmpty()) {
      throw new IllegalArgumentException("no range: " + notation);
    }
    return new IpRange(network.get(), Integer.parseInt(notation.substring(slash + 1)));
  }

  /** Returns whether an address is in the range; of the other family: false. */
  public boolean contains(IpAddress address) {
    return address.startsAs(network, length);
  }

  /** Returns the notation, such as {@code 10.0.0.0/8}. */
  @Override
  public String toString() {
    return network + "/" + length;
  }
}
