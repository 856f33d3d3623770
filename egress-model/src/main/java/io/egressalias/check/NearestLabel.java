package io.egressalias.check;

import java.util.Locale;

/** Makes a word that can be typed in out of one that cannot. */
final class NearestLabel {
  private NearestLabel() {}

  /** Returns a DNS label that is as near as possible, or a fallback where nothing is left. */
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

  /** Returns a DNS label that ends in a number, as {@code http-8080}. */
  static String numbered(String text, int number) {
    String end = "-" + number;
    String label = label(text, "port");
    int most = NameGrammar.LABEL - end.length();
    return (label.length() > most ? label.substring(0, most) : label) + end;
  }
}
