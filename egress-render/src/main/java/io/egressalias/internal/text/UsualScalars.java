package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Scalar;

/** Reads scalars that end in the line in which they start. */
final class UsualScalars {
  /** The parser recognizes no key that is longer than 1,024 characters. */
  private static final int LONGEST_KEY = 1000;

  /** Besides letters, digits, and what may be between them. */
  private static final String STARTS_PLAIN = "~$+(<=^;";

  private static final String FLOW = ",[]{}";

  private final UsualText text;

  UsualScalars(UsualText text) {
    this.text = text;
  }

  Scalar key(boolean flow) throws Unusual {
    Scalar key = scalar(flow);
    Unusual.unless(skipsColon(key));
    return key;
  }

  /** Skips the colon that makes a scalar a key; returns whether there is one. */
  boolean skipsColon(Scalar scalar) throws Unusual {
    if (text.peek() != ':' || !text.isSpace(text.at() + 1)) {
      return false;
    }
    Unusual.unless(text.at() - scalar.place().start() <= LONGEST_KEY);
    text.moveTo(text.at() + 1);
    return true;
  }

  /**
   * Reads a scalar.
   *
   * @param flow whether it is within brackets
   */
  Scalar scalar(boolean flow) throws Unusual {
    int start = text.at();
    char first = text.peek();
    if (first == '"' || first == '\'') {
      return quoted(first);
    }
    Unusual.unless(startsPlain(first));
    int end = start;
    int next = start;
    for (char c = first; PlainScalars.isInner(c) || !endsPlain(c, next, flow); ) {
      next++;
      end = c == ' ' ? end : next;
      c = text.charAt(next);
    }
    text.moveTo(end);
    return new Scalar(text.place(start, end), text.substring(start, end), true);
  }

  private boolean startsPlain(char first) {
    char c = first == '-' ? text.charAt(text.at() + 1) : first;
    return PlainScalars.isInner(c)
        || STARTS_PLAIN.indexOf(c) >= 0
        || (c > '~' && UsualText.isUsual(c));
  }

  private boolean endsPlain(char c, int at, boolean flow) throws Unusual {
    if (c == ':') {
      return text.isSpace(at + 1) || (flow && FLOW.indexOf(text.charAt(at + 1)) >= 0);
    }
    if (c == '#') {
      return text.charAt(at - 1) == ' ';
    }
    Unusual.unless(UsualText.isUsual(c) || text.isSpace(at));
    return c < ' ' || (flow && FLOW.indexOf(c) >= 0);
  }

  /** Reads a scalar without escapes. Two single quotes are one. */
  private Scalar quoted(char quote) throws Unusual {
    int start = text.at();
    int end = start + 1;
    for (char c = text.charAt(end); c != quote; c = text.charAt(end)) {
      if (!PlainScalars.isInner(c)) {
        Unusual.unless(UsualText.isUsual(c) && (c != '\\' || quote != '"'));
      }
      end++;
    }
    Unusual.unless(text.charAt(end + 1) != quote);
    text.moveTo(end + 1);
    return new Scalar(text.place(start, end + 1), text.substring(start + 1, end), false);
  }
}
