package io.egressalias.internal.manifest;

import java.util.Optional;

/** Finds variables and templates in values. */
final class Placeholders {

  /** A part of a value that another tool replaces. */
  record Placeholder(Kind kind, String text) {}

  /** The kind of a part. */
  enum Kind {
    /** A variable of a shell, of {@code envsubst} or of Flux. */
    VARIABLE,
    /** A variable of kustomize. */
    KUSTOMIZE,
    /** A template of Helm, Jinja, Go or Terraform. */
    TEMPLATE
  }

  private Placeholders() {}

  /** Finds a part of a value that a cluster reads, in which no such part can be meant as text. */
  static Optional<Placeholder> in(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '{' || c == '%') {
        if (isTemplate(value, i)) {
          return Optional.of(new Placeholder(Kind.TEMPLATE, value.substring(i)));
        }
      } else if (c == '$') {
        int end = end(value, i, false);
        if (end > 0) {
          return Optional.of(variable(value, i, end));
        }
      }
    }
    return Optional.empty();
  }

  /** Finds a variable in a value that another tool may read in its own way. */
  static Optional<Placeholder> inNote(String value) {
    for (int i = value.indexOf('$'); i >= 0; i = value.indexOf('$', i + 1)) {
      int end = i > 0 && value.charAt(i - 1) == '$' ? 0 : end(value, i, true);
      if (end > 0) {
        return Optional.of(variable(value, i, end));
      }
    }
    return Optional.empty();
  }

  private static Placeholder variable(String value, int start, int end) {
    boolean round = value.charAt(start + 1) == '(';
    return new Placeholder(round ? Kind.KUSTOMIZE : Kind.VARIABLE, value.substring(start, end));
  }

  /** Returns whether a template starts at an index. */
  static boolean isTemplate(CharSequence text, int index) {
    if (index + 1 >= text.length()) {
      return false;
    }
    char first = text.charAt(index);
    char second = text.charAt(index + 1);
    return (first == '{' && (second == '{' || second == '%')) || (first == '%' && second == '{');
  }

  /**
   * Returns the end of the variable that starts with a dollar sign; 0: there is none.
   *
   * @param strict whether the variable must be in brackets, and its name must be a word
   */
  private static int end(String value, int dollar, boolean strict) {
    int start = dollar + 1;
    if (start >= value.length()) {
      return 0;
    }
    char opening = value.charAt(start);
    if (opening != '{' && opening != '(') {
      int end = word(value, start);
      return strict || end == start ? 0 : end;
    }
    int end = value.indexOf(opening == '{' ? '}' : ')', start);
    int name = word(value, start + 1);
    if (end < 0 || name == start + 1) {
      return strict ? 0 : value.length();
    }
    boolean isWord = name == end || (opening == '{' && ":-=?".indexOf(value.charAt(name)) >= 0);
    return strict && !isWord ? 0 : end + 1;
  }

  private static int word(String value, int start) {
    int end = start;
    while (end < value.length() && isInName(value.charAt(end), end > start)) {
      end++;
    }
    return end;
  }

  private static boolean isInName(char c, boolean inner) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c == '_'
        || (inner && c >= '0' && c <= '9');
  }
}
