package io.egressalias.diagnostic;

/**
 * Text of the user's inside a message: on one line, whatever it holds, and not longer than a
 * reader's patience.
 */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** Returns a text with what cannot be printed escaped; of a long one, its beginning. */
  public static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    String kept = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    String printable = printable(kept);
    return length <= LONGEST ? printable : printable + "… (" + length + " characters)";
  }

  /** Returns a text with what cannot be printed escaped. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
      int character = text.codePointAt(i);
      if (Printable.isHidden(character)) {
        Printable.escape(character, printable);
      } else {
        printable.appendCodePoint(character);
      }
    }
    return printable.toString();
  }
}
