package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML text with the places of its nodes, as offsets into the text. */
final class ListText {
  private final String text;

  private final ListDialect dialect;

  ListText(String text) {
    this.text = text;
    this.dialect = new ListDialect(this);
  }

  /**
   * Returns the documents that are maps.
   *
   * @throws Unreadable if the text exceeds a limit
   * @throws YamlEngineException if the text is not valid YAML
   */
  List<Tree> documents() throws Unreadable {
    List<Tree> documents = new ArrayList<>();
    TreeReader reader = new TreeReader(text, 1, dialect);
    for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
      if (tree instanceof Mapping) {
        documents.add(tree);
      }
    }
    return documents;
  }

  /** Returns the YAML aliases of the documents that were read. */
  List<AnchorConflict> repeats() {
    return dialect.repeats();
  }

  /** Returns the character at an offset; 0 outside of the text. */
  char at(int offset) {
    return offset >= 0 && offset < text.length() ? text.charAt(offset) : 0;
  }

  /** Returns the start of the line that contains an offset. */
  int lineStart(int offset) {
    int start = offset;
    while (start > 0 && !beginsLine(start)) {
      start--;
    }
    return start;
  }

  /** Returns the end of the content of a node, without the comments and blank lines after it. */
  int contentEnd(Tree node) {
    return withoutBreak(last(node).place());
  }

  /**
   * Returns the start of the line after the content of a node. The empty lines below a block scalar
   * with {@code |+} are part of it.
   */
  int linesEnd(Tree node) {
    return nextLine(last(node).place().end());
  }

  /** Returns the last node within a node that is a scalar, in flow style, or empty. */
  private static Tree last(Tree node) {
    if (node instanceof Mapping map && !map.flow() && !map.entries().isEmpty()) {
      return last(map.entries().get(map.entries().size() - 1).value());
    }
    if (node instanceof Sequence list && !list.flow() && !list.items().isEmpty()) {
      return last(list.items().get(list.items().size() - 1));
    }
    return node;
  }

  /**
   * Returns a map without the content of a value below it. The value keeps the place of its last
   * node. A large value uses memory, and is read again separately.
   */
  static Mapping without(Mapping map, String key, String below) {
    List<Entry> entries = new ArrayList<>(map.entries().size());
    for (Entry entry : map.entries()) {
      entries.add(
          entry.key().text().equals(key) && entry.value() instanceof Mapping value
              ? new Entry(entry.key(), without(value, below))
              : entry);
    }
    return new Mapping(map.place(), map.flow(), entries);
  }

  private static Mapping without(Mapping map, String key) {
    List<Entry> entries = new ArrayList<>(map.entries().size());
    for (Entry entry : map.entries()) {
      Scalar hollow = new Scalar(last(entry.value()).place(), "", false);
      entries.add(entry.key().text().equals(key) ? new Entry(entry.key(), hollow) : entry);
    }
    return new Mapping(map.place(), map.flow(), entries);
  }

  /** The line end is part of a block scalar ({@code |} or {@code >}). */
  private int withoutBreak(Place place) {
    int end = place.end();
    if (end > place.start() && at(end - 1) == '\n') {
      end--;
    }
    return end > place.start() && at(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns the start of the line after an offset; the offset itself if it starts a line. */
  int nextLine(int offset) {
    int next = offset;
    while (next < text.length() && !beginsLine(next)) {
      next++;
    }
    return next;
  }

  /** Returns whether an offset is at the start of a line, after a line end. */
  boolean beginsLine(int offset) {
    char before = at(offset - 1);
    return before == '\n' || (before == '\r' && at(offset) != '\n');
  }

  /** Returns the end of the spaces and tabs after an offset. */
  int blanksEnd(int offset) {
    int end = offset;
    while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Returns whether an offset is at the end of a line or of the text. */
  boolean endsLine(int offset) {
    return offset == text.length() || "\r\n".indexOf(text.charAt(offset)) >= 0;
  }

  /** Returns the end of the line that contains an offset, before its line break. */
  int lineEnd(int offset) {
    int end = offset;
    while (!endsLine(end)) {
      end++;
    }
    return end;
  }

  /** Returns whether an offset is at the end of the text. */
  boolean isEnd(int offset) {
    return offset >= text.length();
  }

  /** Returns the text of a node with the same columns; lines count from its first line. */
  String alone(Tree node) {
    Place place = node.place();
    return " ".repeat(place.position().column() - 1) + text.substring(place.start(), place.end());
  }
}
