package io.egressalias.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import org.jspecify.annotations.Nullable;

/** Reads a text both with the parser and without it, and compares the trees and all places. */
public final class BothReaders {

  /** The limits of declarations, and no tags. */
  record Given(int depth, int values, boolean uniqueKeys) implements Dialect {
    static final Given USUAL = new Given(64, 100_000, false);

    @Override
    public void tag(String tag, Position position) {}

    @Override
    public Scalar key(Tree key) throws Unreadable {
      throw new Unreadable(Unreadable.Reason.KEY, key.position(), key.found());
    }

    @Override
    public Tree repeated(String anchor, Tree known, Place place) {
      return known;
    }
  }

  private BothReaders() {}

  /** Returns whether all documents are in the usual form. */
  public static boolean areSame(String text) {
    return areSame(text, Given.USUAL);
  }

  /**
   * Returns whether all documents are in the usual form, and within the limits. An exception has no
   * documents before it, because the parser may find it before the end of these.
   */
  static boolean areSame(String text, Dialect dialect) {
    TreeReader reader = new TreeReader(text, 7, dialect);
    EngineReader engine = new EngineReader(text, 7, dialect);
    assertEquals(outcome(engine::next), outcome(reader::next), text);
    return isUsual(new UsualReader(text, 7, dialect));
  }

  private static boolean isUsual(UsualReader reader) {
    try {
      while (reader.next() != null) {
        // The documents are compared already.
      }
      return true;
    } catch (Unusual e) {
      return false;
    }
  }

  /** Reads the next document; null: none. */
  private interface Documents {
    @Nullable Tree next() throws Exception;
  }

  private static String outcome(Documents documents) {
    StringBuilder words = new StringBuilder();
    try {
      for (Tree tree = documents.next(); tree != null; tree = documents.next()) {
        add(tree, words.append("---\n"));
      }
      return words.toString();
    } catch (Exception e) {
      return e.toString();
    }
  }

  private static void add(Tree tree, StringBuilder words) {
    words.append(tree.place());
    if (tree instanceof Mapping mapping) {
      words.append(mapping.flow()).append('{');
      for (Entry entry : mapping.entries()) {
        add(entry.key(), words);
        add(entry.value(), words);
      }
      words.append('}');
    } else if (tree instanceof Sequence sequence) {
      words.append(sequence.flow()).append(sequence.dash()).append('[');
      sequence.items().forEach(item -> add(item, words));
      words.append(']');
    } else {
      words.append(tree).append('\n');
    }
  }
}
