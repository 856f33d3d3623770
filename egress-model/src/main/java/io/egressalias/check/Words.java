package io.egressalias.check;

import java.util.Locale;

/** Makes a word that can be typed in out of one that cannot. */
final class Words {
  private Words() {}

  /** Returns a DNS label that is as near as possible, or a fallback where nothing is left. */
  static String label(String text, String fallback) {
    String label =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9-]+", "-")
            .replaceAll("^[^a-z]+", "")
            .replaceAll("-+$", "");
    if (label.length() > Grammar.LABEL) {
      label = label.substring(0, Grammar.LABEL).replaceAll("-+$", "");
    }
    return label.isEmpty() ? fallback : label;
  }

  /** Returns text for the inside of a message: not longer than a reader's patience. */
  static String shortened(String text) {
    int longest = 60;
    int length = text.codePointCount(0, text.length());
    return length <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "… (" + length + " characters)";
  }
}
