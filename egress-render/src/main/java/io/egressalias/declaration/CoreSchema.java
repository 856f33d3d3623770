package io.egressalias.declaration;

import java.util.regex.Pattern;

/**
 * What a plain scalar is.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class CoreSchema {
  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern INT = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** The one way of writing an integer that YAML 1.1 and 1.2 read alike. */
  static final String DECIMAL = "^-?(0|[1-9][0-9]*)$";

  private static final Pattern DECIMALS = Pattern.compile(DECIMAL);

  private CoreSchema() {}

  static boolean isNull(String text) {
    return NULL.matcher(text).matches();
  }

  static boolean isString(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (first > '9' && "nNtTfF~".indexOf(first) < 0) {
      return true;
    }
    return !isNull(text) && !isBool(text) && !isNumber(text);
  }

  static boolean isDecimal(String text) {
    return DECIMALS.matcher(text).matches();
  }

  static String kind(String text) {
    if (isBool(text)) {
      return "the boolean";
    }
    return isNumber(text) ? "the number" : "the string";
  }

  private static boolean isBool(String text) {
    return BOOL.matcher(text).matches();
  }

  private static boolean isNumber(String text) {
    return INT.matcher(text).matches() || FLOAT.matcher(text).matches();
  }
}
