package io.egressalias.remedy;

import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Documents as trees, and trees as text of one form, by which they are also compared. */
final class Trees {
  private static final int DEPTH = 50;
  private static final int VALUES = 200_000;

  private Trees() {}

  /** Returns the documents of a text; empty: it cannot be read as YAML. */
  static Optional<List<Tree>> read(String text) {
    List<Tree> documents = new ArrayList<>();
    try {
      TreeReader reader = new TreeReader(text, 1, new Untagged());
      for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
        documents.add(tree);
      }
      return Optional.of(documents);
    } catch (Unreadable | YamlEngineException e) {
      return Optional.empty();
    }
  }

  /** Writes documents in brackets, with quotes around every string. */
  static String write(List<Tree> documents) {
    StringBuilder text = new StringBuilder();
    for (Tree document : documents) {
      text.append("---\n");
      write(document, text);
      text.append('\n');
    }
    return text.toString();
  }

  private static void write(Tree tree, StringBuilder text) {
    if (tree instanceof Scalar scalar) {
      write(scalar, text);
    } else if (tree instanceof Sequence sequence) {
      text.append('[');
      for (Tree item : sequence.items()) {
        write(item, text);
        text.append(",\n");
      }
      text.append(']');
    } else if (tree instanceof Mapping mapping) {
      text.append('{');
      for (Entry entry : mapping.entries()) {
        write(entry.key(), text);
        text.append(": ");
        write(entry.value(), text);
        text.append(",\n");
      }
      text.append('}');
    }
  }

  private static void write(Scalar scalar, StringBuilder text) {
    if (scalar.isString()) {
      quote(scalar.text(), text);
    } else {
      text.append(scalar.text().isEmpty() ? "null" : scalar.text());
    }
  }

  private static void quote(String string, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        escape(string, i, text);
        i += Character.charCount(string.codePointAt(i)) - 1;
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private static void escape(String string, int offset, StringBuilder text) {
    int character = string.codePointAt(offset);
    text.append(String.format(character > 0xFFFF ? "\\U%08X" : "\\u%04X", character));
  }

  static Mapping mapping(List<Entry> entries) {
    return new Mapping(place(), true, List.copyOf(entries));
  }

  static Sequence sequence(List<Tree> items) {
    return new Sequence(place(), true, 0, List.copyOf(items));
  }

  static Scalar string(String text) {
    return new Scalar(place(), text, false);
  }

  private static Place place() {
    return new Place(new Position(1, 1), 0, 0);
  }

  /** Leaves tags out: whether a finding is about one shows when the text is written again. */
  private record Untagged() implements Dialect {
    @Override
    public int depth() {
      return DEPTH;
    }

    @Override
    public int values() {
      return VALUES;
    }

    @Override
    public boolean uniqueKeys() {
      return false;
    }

    @Override
    public void tag(String tag, Position position) {}

    @Override
    public Scalar key(Tree key) throws Unreadable {
      throw new Unreadable(Unreadable.Reason.KEY, key.position(), "");
    }

    @Override
    public Tree repeated(String anchor, Tree known, Place place) {
      return known;
    }
  }
}
