package io.egressalias.model;

import java.util.Optional;

/**
 * The first two numbers of a release. Patch numbers and vendors' suffixes are accepted and dropped:
 * no fact of this library depends on them.
 */
record ReleaseNumber(int major, int minor) implements Comparable<ReleaseNumber> {
  private static final int MOST_DIGITS = 4;

  static Optional<ReleaseNumber> parse(String text) {
    int start = text.startsWith("v") ? 1 : 0;
    int dot = endOfDigits(text, start);
    int end = endOfDigits(text, dot + 1);
    boolean numbers = isNumber(start, dot) && text.startsWith(".", dot) && isNumber(dot + 1, end);
    return numbers && isSuffix(text, end)
        ? Optional.of(
            new ReleaseNumber(
                Integer.parseInt(text.substring(start, dot)),
                Integer.parseInt(text.substring(dot + 1, end))))
        : Optional.empty();
  }

  private static int endOfDigits(String text, int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isNumber(int from, int to) {
    return from < to && to - from <= MOST_DIGITS;
  }

  /** Empty, or a patch number or a vendor's suffix after a separator. */
  private static boolean isSuffix(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean sign = c == '.' || c == '+' || c == '-' || c == '_';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!sign && (i == from || !(letter || isDigit(c)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(ReleaseNumber other) {
    int order = Integer.compare(major, other.major);
    return order != 0 ? order : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
