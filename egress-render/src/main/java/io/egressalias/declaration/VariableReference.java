package io.egressalias.declaration;

import io.egressalias.internal.text.VariableName;
import org.jspecify.annotations.Nullable;

/**
 * A part {@code ${NAME}} of a text.
 *
 * @param start the index of the dollar sign; for a literal, of the first one of two
 * @param end the index after the part
 * @param name the text between the braces; empty: a literal <code>${</code>
 * @param kind what the part is
 */
record VariableReference(int start, int end, String name, Kind kind) {
  private static final String OPENING = "${";

  /** What a part is. */
  enum Kind {
    /** A variable with a valid name. */
    VARIABLE,
    /** Two dollar signs before a brace, which mean <code>${</code> as text. */
    LITERAL,
    /** The text between the braces is no name. */
    NO_NAME,
    /** There is no closing brace. */
    NOT_CLOSED
  }

  /** Returns the first part from an index on; null: none. */
  static @Nullable VariableReference next(String text, int from) {
    int opening = text.indexOf(OPENING, from);
    if (opening < 0) {
      return null;
    }
    int start = opening + OPENING.length();
    if (opening > from && text.charAt(opening - 1) == '$') {
      return new VariableReference(opening - 1, start, "", Kind.LITERAL);
    }
    int end = text.indexOf('}', start);
    if (end < 0) {
      return new VariableReference(opening, text.length(), text.substring(start), Kind.NOT_CLOSED);
    }
    String name = text.substring(start, end);
    return new VariableReference(
        opening, end + 1, name, VariableName.is(name) ? Kind.VARIABLE : Kind.NO_NAME);
  }

  /** Returns where to look for the next part in a text of several values. */
  int resume() {
    return kind == Kind.VARIABLE || kind == Kind.LITERAL ? end : start + OPENING.length();
  }

  /** Returns whether the part is the whole of a text. */
  boolean isAllOf(String text) {
    return start == 0 && end == text.length();
  }
}
