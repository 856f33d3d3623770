package io.egressalias.check;

import java.util.Locale;

/** Converts a malformed name to a valid one that a remedy can suggest. */
final class NearestLabel {
  private NearestLabel() {}

  /**
   * Returns a DNS label that is as similar as possible, or a fallback if no character can be kept.
   */
  static String label(String text, String fallback) {
    String label =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^[^a-z]+", "")
            .replaceAll("-+$", "");
    if (label.length() > NameGrammar.LABEL) {
      label = label.substring(0, NameGrammar.LABEL).replaceAll("-+$", "");
    }
    return label.isEmpty() ? fallback : label;
  }

  /** Returns a DNS label that ends in a number, such as {@code http-8080}. */
  static String numbered(String text, int number) {
    String end = "-" + number;
    String label = label(text, "port");
    int most = NameGrammar.LABEL - end.length();
    return (label.length() > most ? label.substring(0, most) : label) + end;
  }
}
