package io.egressalias.yaml;

import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.QuotedScalars;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Writes trees in block style with a minimal subset of YAML: one value in a line, no anchors, no
 * tags, no folding. {@link PlainScalars} and {@link QuotedScalars} decide how a string is written
 * so that every reader reads the same string.
 *
 * <p>Written by hand, because the emitter of a library takes most of the rendering time. Tests
 * compare the output of both.
 */
final class BlockWriter {
  /** YAML's limit for a key on the same line as its value. */
  private static final int LONGEST_KEY = 1024;

  /** A power of two. */
  private static final int REMEMBERED = 256;

  /** By the number of spaces. A string is copied whole, and characters one by one. */
  private static final String[] INDENTS = indents();

  private final StringBuilder out;

  /** Strings without quotes by their hash, because keys and names are written many times. */
  private final @Nullable String[] safe = new String[REMEMBERED];

  BlockWriter(StringBuilder out) {
    this.out = out;
  }

  /** Writes a document with its start marker. */
  void document(JsonNode tree) {
    out.append("---");
    value(tree, 0);
  }

  /**
   * Writes a map that is not empty as a document that starts with a comment.
   *
   * @param comment a line without its end; empty: none
   */
  void document(String comment, JsonNode map) {
    out.append("---\n");
    if (!comment.isEmpty()) {
      out.append(comment).append('\n');
    }
    block(map, 0, false);
  }

  /** Writes the value after a key or a document marker, up to the end of its line. */
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
   * Writes a container that is not empty.
   *
   * @param begun whether the dash of a list has started its first line
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

  /** Empty containers have no block style. */
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
    int slot = text.hashCode() & (REMEMBERED - 1);
    if (text.equals(safe[slot])) {
      out.append(text);
    } else if (PlainScalars.isSafe(text)) {
      safe[slot] = text;
      out.append(text);
    } else {
      QuotedScalars.write(text, out);
    }
  }

  private void indent(int spaces) {
    int left = spaces;
    while (left >= INDENTS.length) {
      out.append(INDENTS[INDENTS.length - 1]);
      left -= INDENTS.length - 1;
    }
    out.append(INDENTS[left]);
  }

  private static String[] indents() {
    String[] indents = new String[32];
    for (int i = 0; i < indents.length; i++) {
      indents[i] = " ".repeat(i);
    }
    return indents;
  }
}
