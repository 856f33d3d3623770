package io.egressalias.yaml;

import java.util.Locale;
import java.util.Set;

/**
 * Says which strings can stand without quotes: those that are strings by their first letter in YAML
 * 1.1 and 1.2 alike, and none of the words that either reads as something else. All others are
 * quoted, even where one of the two would not ask for it; an IP address is a number by the letter
 * of YAML 1.1.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1, types</a>
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class PlainScalars {
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");
  private static final int LONGEST_WORD = 5;

  private PlainScalars() {}

  static boolean isSafe(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isInner(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > LONGEST_WORD || !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isInner(char c) {
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '/' || c == '_';
  }
}
