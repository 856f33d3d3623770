package io.egressalias.internal.manifest;

import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree.Scalar;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A scalar as kubectl reads it. kubectl follows YAML 1.1 in words and in octal numbers, but does
 * not read numbers to base 60, and it keeps a time as text.
 *
 * @param type the type
 * @param text a boolean is {@code true} or {@code false}, a whole number is decimal
 * @see <a href="https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go">The rules
 *     of kubectl's YAML library</a>
 */
record KubectlScalar(Type type, String text) {
  private static final Map<String, Boolean> WORDS =
      Map.ofEntries(
          Map.entry("y", true),
          Map.entry("Y", true),
          Map.entry("yes", true),
          Map.entry("Yes", true),
          Map.entry("YES", true),
          Map.entry("true", true),
          Map.entry("True", true),
          Map.entry("TRUE", true),
          Map.entry("on", true),
          Map.entry("On", true),
          Map.entry("ON", true),
          Map.entry("n", false),
          Map.entry("N", false),
          Map.entry("no", false),
          Map.entry("No", false),
          Map.entry("NO", false),
          Map.entry("false", false),
          Map.entry("False", false),
          Map.entry("FALSE", false),
          Map.entry("off", false),
          Map.entry("Off", false),
          Map.entry("OFF", false));

  private static final int LONGEST_WORD = 5;
  private static final int LONGEST_NUMBER = 100;

  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
  private static final Pattern INFINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  /** The type of a scalar. */
  enum Type {
    TEXT,
    FLAG,
    WHOLE,
    FRACTION,
    NOTHING
  }

  static KubectlScalar of(Scalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) {
      return new KubectlScalar(Type.TEXT, text);
    }
    if (PlainScalars.isNull(text)) {
      return new KubectlScalar(Type.NOTHING, "");
    }
    Boolean word = text.length() <= LONGEST_WORD ? WORDS.get(text) : null;
    if (word != null) {
      return new KubectlScalar(Type.FLAG, word.toString());
    }
    KubectlScalar number = mayBeNumber(text) ? number(text) : null;
    return number == null ? new KubectlScalar(Type.TEXT, text) : number;
  }

  private static boolean mayBeNumber(String text) {
    char first = text.charAt(0);
    return text.length() <= LONGEST_NUMBER
        && (first == '.' || first == '-' || first == '+' || (first >= '0' && first <= '9'));
  }

  private static @Nullable KubectlScalar number(String text) {
    String digits = text.charAt(0) == '.' ? text : text.replace("_", "");
    Matcher integer = INTEGER.matcher(digits);
    if (integer.matches()) {
      BigInteger value = magnitude(integer);
      boolean negative = "-".equals(integer.group(1));
      return new KubectlScalar(Type.WHOLE, (negative ? value.negate() : value).toString());
    }
    if (FLOAT.matcher(digits).matches()) {
      return fraction(new BigDecimal(digits.endsWith(".") ? digits + "0" : exact(digits)));
    }
    return INFINITE.matcher(text).matches() ? new KubectlScalar(Type.FRACTION, text) : null;
  }

  /** Java does not read {@code 1.e3}. */
  private static String exact(String digits) {
    return digits.replaceFirst("\\.(?=[eE])", "");
  }

  private static KubectlScalar fraction(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() <= 0
        ? new KubectlScalar(Type.WHOLE, shortest.toBigInteger().toString())
        : new KubectlScalar(Type.FRACTION, shortest.toPlainString());
  }

  private static BigInteger magnitude(Matcher integer) {
    if (integer.group(3) != null) {
      return new BigInteger(integer.group(3), 16);
    }
    if (integer.group(4) != null) {
      return new BigInteger(integer.group(4), 2);
    }
    return integer.group(5) != null
        ? new BigInteger(integer.group(5), 8)
        : new BigInteger(integer.group(6));
  }

  /** Returns whether a plain number has another value, or none, for other readers of YAML. */
  static boolean isDisputedNumber(String text) {
    int first = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    boolean padded =
        text.length() > first + 1
            && text.charAt(first) == '0'
            && text.charAt(first + 1) >= '0'
            && text.charAt(first + 1) <= '9';
    return padded || !PlainScalars.isNumber(text);
  }
}
