package io.egressalias.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The two numbers of a release that its features hang on. Patch numbers and vendors' suffixes are
 * read and dropped: no fact of this library depends on them.
 */
record ReleaseNumber(int major, int minor) implements Comparable<ReleaseNumber> {
  private static final Pattern TEXT =
      Pattern.compile("v?(\\d{1,4})\\.(\\d{1,4})(?:\\.\\d{1,4})?\\+?(?:[-+._][0-9A-Za-z.+_-]*)?");

  static Optional<ReleaseNumber> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReleaseNumber(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
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
