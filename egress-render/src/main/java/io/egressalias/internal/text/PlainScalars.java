package io.egressalias.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Classifies scalars without quotes: by the core schema of YAML 1.2, by readers of YAML 1.1 such as
 * kubectl, and by all readers together.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1, types</a>
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
public final class PlainScalars {
  private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~", "");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  /** The words that are not strings in YAML 1.1 or 1.2, in lower case. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

  /** The first letters of the words above; most scalars start with another letter. */
  private static final String FIRST_LETTERS = "ntfyoiNTFYOI~";

  private static final int LONGEST_WORD = 5;

  /** By character. A table, because each character of a text is looked up. */
  private static final boolean[] INNER = inner();

  private PlainScalars() {}

  /** Returns whether a plain scalar is null in the core schema. */
  public static boolean isNull(String text) {
    return NULLS.contains(text);
  }

  /** Returns whether a plain scalar is a boolean in the core schema. */
  public static boolean isBoolean(String text) {
    return BOOLEANS.contains(text);
  }

  /** Returns whether a plain scalar is an integer in both YAML 1.1 and 1.2. */
  public static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    int digits = text.length() - start;
    return digits == 1 || (digits > 1 && text.charAt(start) != '0');
  }

  /** Returns whether a plain scalar is a number in the core schema. */
  public static boolean isNumber(String text) {
    // An IP address needs no patterns.
    if (text.indexOf('.') != text.lastIndexOf('.')) {
      return false;
    }
    return Numbers.INT.matcher(text).matches() || Numbers.FLOAT.matcher(text).matches();
  }

  /** Returns whether a plain scalar is a string in the core schema. */
  public static boolean isString(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first > '9') {
      return FIRST_LETTERS.indexOf(first) < 0 || (!isNull(text) && !isBoolean(text));
    }
    return !isDecimal(text) && !isNumber(text);
  }

  /**
   * Returns whether any reader interprets a plain scalar as something other than a string: a
   * boolean, a number of any kind, a time.
   */
  public static boolean isDisputed(String text) {
    return Disputed.PATTERN.matcher(text).matches();
  }

  /**
   * Returns whether a string can be written without quotes: its first character makes it a string
   * in both YAML 1.1 and 1.2, and neither treats it as another type. Other strings are quoted, even
   * if only one version requires it; an IP address is a number by the specification of YAML 1.1.
   */
  public static boolean isSafe(String text) {
    if (text.isEmpty() || !isLetter(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (!isInner(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > LONGEST_WORD
        || FIRST_LETTERS.indexOf(text.charAt(0)) < 0
        || !WORDS.contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Returns whether a character of a string without quotes has no other meaning in any place. */
  static boolean isInner(char c) {
    return c < INNER.length && INNER[c];
  }

  private static boolean[] inner() {
    boolean[] inner = new boolean['z' + 1];
    for (char c = '-'; c <= 'z'; c++) {
      inner[c] = isLetter(c) || c <= '9' || c == '_';
    }
    return inner;
  }

  /** Loaded only for numbers that are not decimal, which are rare in declarations. */
  private static final class Numbers {
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private Numbers() {}
  }

  /** Loaded only for committed texts, which a run of {@code render} does not read. */
  private static final class Disputed {
    private static final Pattern PATTERN =
        Pattern.compile(
            "(?i)y|n|yes|no|on|off|<<|=|[-+]?\\.(inf|nan)|\\.nan"
                + "|[-+]?0[box][0-9a-f_]+"
                + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?"
                + "|[-+]?\\.[0-9][0-9_]*(e[-+]?[0-9]+)?"
                + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t ].*)?");

    private Disputed() {}
  }
}
