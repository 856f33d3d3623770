package io.egressalias.drift;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a value without quotes is. Readers of YAML 1.1, such as kubectl, and of YAML 1.2 do not
 * agree on all of them; one that they do not agree on equals nothing that is rendered.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1, types</a>
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2.2, core schema</a>
 */
final class PlainValue {
  private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");
  private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

  /** No string for some reader: words for booleans, numbers of every kind, and times. */
  private static final Pattern DISPUTED =
      Pattern.compile(
          "(?i)y|n|yes|no|on|off|<<|=|[-+]?\\.(inf|nan)|\\.nan"
              + "|[-+]?0[box][0-9a-f_]+"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])*(\\.[0-9_]*)?(e[-+]?[0-9]+)?"
              + "|[-+]?\\.[0-9][0-9_]*(e[-+]?[0-9]+)?"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t ].*)?");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PlainValue() {}

  static JsonNode of(String text) {
    if (NULL.matcher(text).matches()) {
      return NODES.nullNode();
    }
    if (BOOLEAN.matcher(text).matches()) {
      return NODES.booleanNode(text.equalsIgnoreCase("true"));
    }
    if (DECIMAL.matcher(text).matches()) {
      return integer(Long.parseLong(text));
    }
    return DISPUTED.matcher(text).matches() ? NODES.pojoNode(text) : NODES.stringNode(text);
  }

  /**
   * Small ones as small ones: to compare trees is to compare the types of their numbers as well.
   */
  private static JsonNode integer(long value) {
    return (int) value == value ? NODES.numberNode((int) value) : NODES.numberNode(value);
  }
}
