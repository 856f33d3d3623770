package io.egressalias.internal.text;

/** The names of variables. */
public final class VariableName {
  private VariableName() {}

  /**
   * Returns whether a text is the name of a variable: ASCII letters, digits and underscores, and no
   * digit at the start.
   */
  public static boolean is(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && (i == 0 || c < '0' || c > '9')) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
