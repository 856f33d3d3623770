package io.egressalias.declaration;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar is.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class CoreSchema {
  private static final Set<String> NULLS = Set.of("null", "Null", "NULL", "~", "");
  private static final Set<String> BOOLS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");

  /** The one way of writing an integer that YAML 1.1 and 1.2 read alike. */
  static final String DECIMAL = "^-?(0|[1-9][0-9]*)$";

  private CoreSchema() {}

  static boolean isNull(String text) {
    return NULLS.contains(text);
  }

  static boolean isString(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first > '9') {
      return !isNull(text) && !isBool(text);
    }
    return !isDecimal(text) && !isNumber(text);
  }

  static boolean isDecimal(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    int digits = text.length() - start;
    return digits == 1 || (digits > 1 && text.charAt(start) != '0');
  }

  static String kind(String text) {
    if (isBool(text)) {
      return "the boolean";
    }
    return isNumber(text) ? "the number" : "the string";
  }

  private static boolean isBool(String text) {
    return BOOLS.contains(text);
  }

  private static boolean isNumber(String text) {
    return Numbers.INT.matcher(text).matches() || Numbers.FLOAT.matcher(text).matches();
  }

  /** For what may be a number and is not in decimal, which in a declaration is seldom. */
  private static final class Numbers {
    private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
    private static final Pattern FLOAT =
        Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private Numbers() {}
  }
}
