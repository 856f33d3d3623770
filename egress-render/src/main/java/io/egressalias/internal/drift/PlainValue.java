package io.egressalias.internal.drift;

import io.egressalias.internal.text.PlainScalars;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The value of a scalar without quotes. Readers of YAML 1.1, such as kubectl, and of YAML 1.2
 * interpret some scalars differently; such a scalar equals no rendered value.
 */
final class PlainValue {
  /** A sign and the number of digits that always fits a {@code long}. */
  private static final int LONGEST = 19;

  private static final int MOST_DIGITS = 18;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainValue() {}

  static JsonNode of(String text) {
    if (PlainScalars.isNull(text)) {
      return NODES.nullNode();
    }
    if (PlainScalars.isBoolean(text)) {
      return NODES.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (isLong(text)) {
      return integer(Long.parseLong(text));
    }
    return PlainScalars.isDisputed(text) ? NODES.pojoNode(text) : NODES.stringNode(text);
  }

  private static boolean isLong(String text) {
    int longest = text.startsWith("-") ? LONGEST : MOST_DIGITS;
    return text.length() <= longest && PlainScalars.isDecimal(text);
  }

  /** Uses the smallest number type, because comparing trees compares the types of numbers. */
  private static JsonNode integer(long value) {
    return (int) value == value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
