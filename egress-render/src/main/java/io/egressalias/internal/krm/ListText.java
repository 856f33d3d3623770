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

/** YAML with the places of its nodes, as offsets into the text. */
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
   * @throws YamlEngineException if the text is no YAML
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

  /** Returns what the aliases of the documents repeat that were read. */
  List<AnchorConflict> repeats() {
    return dialect.repeats();
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
  int contentEnd(Tree node) {
    return withoutBreak(last(node).place());
  }

  /**
   * Returns where the line after the content of a node begins. The empty lines below text behind
   * {@code |+} are a part of it.
   */
  int linesEnd(Tree node) {
    return nextLine(last(node).place().end());
  }

  /** Returns the node that the content of a node ends with, which is no block, or an empty one. */
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
   * Returns a map without what a value below it holds. The value keeps the place of its last node;
   * a large one takes memory, and is read again by itself.
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
  String alone(Tree node) {
    Place place = node.place();
    return " ".repeat(place.position().column() - 1) + text.substring(place.start(), place.end());
  }
}
