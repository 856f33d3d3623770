package io.egressalias.krm;

import io.egressalias.krm.Node.Mapping;
import io.egressalias.krm.Node.Place;
import io.egressalias.krm.Node.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML with the places of its nodes, as offsets into the text. */
final class Text {
  private final String text;

  /** The characters that take two places in the text, by their numbers: marks count them once. */
  private final int[] wide;

  private final List<Repeat> repeats = new ArrayList<>();

  Text(String text) {
    this.text = text;
    this.wide = wide(text);
  }

  private static int[] wide(String text) {
    int[] wide = new int[0];
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        wide = found == wide.length ? Arrays.copyOf(wide, 2 * found + 8) : wide;
        wide[found] = i - found;
        found++;
      }
    }
    return Arrays.copyOf(wide, found);
  }

  /**
   * Returns the documents, without those that hold nothing.
   *
   * @throws YamlEngineException if the text is no YAML
   */
  List<Node> documents() {
    return NodeReader.documents(this, text, repeats);
  }

  /** Returns what the aliases of the documents repeat that were read. */
  List<Repeat> repeats() {
    return repeats;
  }

  /** Returns the character at an offset; before the beginning and behind the end: 0. */
  char at(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : 0;
  }

  /** Returns where the line begins that an offset is in. */
  int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !beginsLine(start)) {
      start--;
    }
    return start;
  }

  /** Returns where the content of a node ends, without the comments and blank lines behind it. */
  int contentEnd(Node node) {
    return withoutBreak(last(node).place());
  }

  /**
   * Returns where the line after the content of a node begins. The empty lines below text behind
   * {@code |+} are a part of it.
   */
  int linesEnd(Node node) {
    return nextLine(last(node).place().end());
  }

  /** Returns the node that the content of a node ends with, which is no block, or an empty one. */
  private static Node last(Node node) {
    if (node instanceof Mapping map && !map.flow() && !map.entries().isEmpty()) {
      return last(map.entries().get(map.entries().size() - 1).value());
    }
    if (node instanceof Sequence list && !list.flow() && !list.items().isEmpty()) {
      return last(list.items().get(list.items().size() - 1));
    }
    return node;
  }

  /** The end of a line is a part of text behind {@code |} or {@code >}. */
  private int withoutBreak(Place place) {
    int end = place.end();
    if (end > place.start() && at(end - 1) == '\n') {
      end--;
    }
    return end > place.start() && at(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns where the line after an offset begins; an offset that begins a line: that line. */
  int nextLine(int offset) {
    int next = offset;
    while (next < text.length() && !beginsLine(next)) {
      next++;
    }
    return next;
  }

  /** Returns whether a line begins at an offset, behind the end of another. */
  boolean beginsLine(int offset) {
    char before = at(offset - 1);
    return before == '\n' || (before == '\r' && at(offset) != '\n');
  }

  /** Returns where the spaces and tabs behind an offset end. */
  int blanksEnd(int offset) {
    int end = offset;
    while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Returns whether a line, or the text, ends at an offset. */
  boolean endsLine(int offset) {
    return offset == text.length() || "\r\n".indexOf(text.charAt(offset)) >= 0;
  }

  /** Returns where the line ends that an offset is in, before the break of it. */
  int lineEnd(int offset) {
    int end = offset;
    while (!endsLine(end)) {
      end++;
    }
    return end;
  }

  /** Returns whether there is no more text at an offset. */
  boolean isEnd(int offset) {
    return offset >= text.length();
  }

  /** Returns a node as a text of its own: the same lines and columns, counted from its first. */
  String alone(Node node) {
    Place place = node.place();
    return " ".repeat(place.column()) + text.substring(place.start(), place.end());
  }

  /** Returns where a character stands, given how many stand before it. */
  int offset(int characters) {
    int before = Arrays.binarySearch(wide, characters);
    return characters + (before < 0 ? -before - 1 : before);
  }
}
