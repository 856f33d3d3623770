package io.egressalias.diagnostic;

/** Makes text of the user safe inside a message: on one line and of limited length. */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** Returns a text with unprintable characters escaped; a long text is cut. */
  public static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    String kept = length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    String printable = printable(kept);
    return length <= LONGEST ? printable : printable + "… (" + length + " characters)";
  }

  /** Returns a text with unprintable characters escaped. */
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
