package io.egressalias.yaml;

import io.egressalias.internal.text.PlainScalars;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Writes trees in block style, which is the least of YAML: one value a line, no anchors, no tags,
 * no folding. What a string needs to be read as that string by everybody is decided by {@link
 * PlainScalars} and {@link QuotedScalars}.
 *
 * <p>By hand, because the emitter of a library takes most of the time from a declaration to its
 * text; tests hold the two against one another.
 */
final class BlockWriter {
  /** YAML's own limit for a key that stands on one line with its value. */
  private static final int LONGEST_KEY = 1024;

  private final StringBuilder out;

  BlockWriter(StringBuilder out) {
    this.out = out;
  }

  /** Writes a document with its beginning. */
  void document(JsonNode tree) {
    out.append("---");
    value(tree, 0);
  }

  /** Writes what stands behind a key or the beginning of a document, up to the end of its line. */
  private void value(JsonNode node, int indent) {
    if (isBlock(node)) {
      out.append('\n');
      block(node, indent, false);
    } else {
      out.append(' ');
      line(node);
    }
  }

  /**
   * Writes a container that has something in it.
   *
   * @param begun whether its first line is begun, by the dash of a list
   */
  private void block(JsonNode node, int indent, boolean begun) {
    boolean indented = begun;
    if (node.isObject()) {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        indent(indented ? 0 : indent);
        entry(entry.getKey(), entry.getValue(), indent);
        indented = false;
      }
    } else {
      for (JsonNode item : node) {
        indent(indented ? 0 : indent);
        item(item, indent);
        indented = false;
      }
    }
  }

  /** A list below a key is not indented; a map is. */
  private void entry(String key, JsonNode value, int indent) {
    int start = out.length();
    string(key);
    if (out.length() - start >= LONGEST_KEY) {
      out.insert(start, "? ").append('\n');
      indent(indent);
    }
    out.append(':');
    value(value, value.isObject() ? indent + 2 : indent);
  }

  private void item(JsonNode item, int indent) {
    out.append("- ");
    if (isBlock(item)) {
      block(item, indent + 2, true);
    } else {
      line(item);
    }
  }

  /** What is empty has no block style. */
  private static boolean isBlock(JsonNode node) {
    return node.isContainer() && !node.isEmpty();
  }

  private void line(JsonNode node) {
    if (node.isString()) {
      string(node.stringValue());
    } else {
      out.append(node.isContainer() ? node.isObject() ? "{}" : "[]" : node.asString("null"));
    }
    out.append('\n');
  }

  private void string(String text) {
    if (PlainScalars.isSafe(text)) {
      out.append(text);
    } else {
      QuotedScalars.write(text, out);
    }
  }

  private void indent(int spaces) {
    for (int i = 0; i < spaces; i++) {
      out.append(' ');
    }
  }
}
