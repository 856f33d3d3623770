package io.egressalias.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP address, parsed as strictly as Kubernetes does: no leading zeros, no zone, and IPv4
 * notation within IPv6 only at the end.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, section 2.2</a>
 */
public final class IpAddress {
  private static final int GROUPS = 8;
  private static final int[] V4_MAPPED = {0, 0, 0, 0, 0, 0xffff, 0, 0};

  private final int[] groups;
  private final boolean v4;

  private IpAddress(int[] groups, boolean v4) {
    this.groups = groups;
    this.v4 = v4;
  }

  /** Parses an address; empty if the text is not one. */
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? parseV4(text) : parseV6(text);
  }

  /** Returns whether it is an IPv4 address. */
  public boolean isV4() {
    return v4;
  }

  /** Returns whether it is an IPv4 address in the notation of IPv6, {@code ::ffff:0:0/96}. */
  public boolean isV4Mapped() {
    return !v4 && startsAs(V4_MAPPED, 96);
  }

  /**
   * Returns the canonical text: the first of the longest runs of at least two zero groups becomes
   * {@code ::}; an IPv4 address within IPv6 is written as IPv4.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952, section 4</a>
   */
  @Override
  public String toString() {
    if (v4 || isV4Mapped()) {
      int tail = v4 ? 0 : GROUPS - 2;
      return octets(groups[tail]) + "." + octets(groups[tail + 1]);
    }
    return textV6();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IpAddress address
        && v4 == address.v4
        && Arrays.equals(groups, address.groups);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(groups);
  }

  /** Returns whether the address has the family and the first {@code length} bits of a network. */
  boolean startsAs(IpAddress network, int length) {
    return v4 == network.v4 && startsAs(network.groups, length);
  }

  private boolean startsAs(int[] network, int length) {
    for (int i = 0, left = length; left > 0; i++, left -= 16) {
      int mask = left >= 16 ? 0xffff : 0xffff << (16 - left) & 0xffff;
      if ((groups[i] & mask) != (network[i] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static String octets(int group) {
    return (group >> 8) + "." + (group & 0xff);
  }

  private String textV6() {
    int start = 0;
    int longest = 0;
    for (int i = 0; i < GROUPS; i++) {
      int run = i;
      while (run < GROUPS && groups[run] == 0) {
        run++;
      }
      if (run - i > longest) {
        longest = run - i;
        start = i;
      }
    }
    if (longest < 2) {
      return joined(0, GROUPS);
    }
    return joined(0, start) + "::" + joined(start + longest, GROUPS);
  }

  private String joined(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i > from ? ":" : "").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  private static Optional<IpAddress> parseV4(String text) {
    int[] groups = new int[2];
    int start = 0;
    for (int i = 0; i < 4; i++) {
      int end = i < 3 ? text.indexOf('.', start) : text.length();
      int octet = end < 0 ? -1 : octet(text, start, end);
      if (octet < 0) {
        return Optional.empty();
      }
      groups[i / 2] = groups[i / 2] << 8 | octet;
      start = end + 1;
    }
    return Optional.of(new IpAddress(groups, true));
  }

  /** Returns the number in a part of a text; -1: it is not an octet in decimal. */
  private static int octet(String text, int start, int end) {
    boolean zero = end > start && text.charAt(start) == '0';
    if (end == start || end > start + 3 || (zero && end > start + 1)) {
      return -1;
    }
    int octet = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      octet = 10 * octet + (c - '0');
    }
    return octet <= 255 ? octet : -1;
  }

  private static Optional<IpAddress> parseV6(String text) {
    Optional<String> hex = withoutDottedTail(text);
    if (hex.isEmpty()) {
      return Optional.empty();
    }
    String digits = hex.get();
    int gap = digits.indexOf("::");
    if (gap < 0) {
      Optional<int[]> groups = groups(digits);
      return groups.isPresent() && groups.get().length == GROUPS
          ? Optional.of(new IpAddress(groups.get(), false))
          : Optional.empty();
    }
    Optional<int[]> head = groups(digits.substring(0, gap));
    Optional<int[]> tail = groups(digits.substring(gap + 2));
    if (head.isEmpty() || tail.isEmpty() || head.get().length + tail.get().length >= GROUPS) {
      return Optional.empty();
    }
    int[] all = Arrays.copyOf(head.get(), GROUPS);
    int length = tail.get().length;
    System.arraycopy(tail.get(), 0, all, GROUPS - length, length);
    return Optional.of(new IpAddress(all, false));
  }

  /** Converts {@code …:1.2.3.4} to {@code …:102:304}. */
  private static Optional<String> withoutDottedTail(String text) {
    if (text.indexOf('.') < 0) {
      return Optional.of(text);
    }
    int colon = text.lastIndexOf(':');
    Optional<IpAddress> tail = parseV4(text.substring(colon + 1));
    return tail.isPresent()
        ? Optional.of(text.substring(0, colon + 1) + tail.get().joined(0, 2))
        : Optional.empty();
  }

  private static Optional<int[]> groups(String text) {
    if (text.isEmpty()) {
      return Optional.of(new int[0]);
    }
    String[] parts = text.split(":", -1);
    if (parts.length > GROUPS) {
      return Optional.empty();
    }
    int[] groups = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].isEmpty() || parts[i].length() > 4 || !isHex(parts[i])) {
        return Optional.empty();
      }
      groups[i] = Integer.parseInt(parts[i], 16);
    }
    return Optional.of(groups);
  }

  private static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f') && !(c >= 'A' && c <= 'F')) {
        return false;
      }
    }
    return true;
  }
}
