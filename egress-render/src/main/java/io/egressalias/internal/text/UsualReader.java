package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads documents in the form that declarations and manifests usually have: lists and maps in block
 * style, lists and maps in brackets on one line, scalars on one line, comments, {@code ---}. Stops
 * at anything else, also at anything that may be a mistake. The trees and their places are those of
 * {@link EngineReader}.
 */
final class UsualReader {
  private static final int MARKER = 3;

  private final UsualText text;
  private final UsualScalars scalars;
  private final UsualFlow flow;
  private final UsualLimits limits;

  UsualReader(String text, int firstLine, Dialect dialect) {
    this.text = new UsualText(text, firstLine);
    this.limits = new UsualLimits(dialect);
    this.scalars = new UsualScalars(this.text);
    this.flow = new UsualFlow(this.text, scalars, limits);
  }

  /**
   * Returns the next document; null: none.
   *
   * @throws Unusual if it is not in the usual form
   */
  @Nullable Tree next() throws Unusual {
    if (text.endsLine()) {
      text.nextContent();
    }
    if (text.isEnd()) {
      return null;
    }
    if (text.isMarker()) {
      text.moveTo(text.at() + MARKER);
      text.nextContent();
    }
    limits.newDocument();
    Unusual.unless(text.indent() >= 0);
    Tree root = block(1);
    Unusual.unless(text.indent() < 0);
    return root;
  }

  /** Reads a value, and moves to the next line with a value. */
  private Tree block(int depth) throws Unusual {
    if (text.isDash()) {
      return sequence(depth);
    }
    int column = text.column();
    Tree value = flow.value(depth, false);
    if (value instanceof Scalar key && scalars.skipsColon(key)) {
      limits.count(depth + 1);
      return mapping(key, column, depth);
    }
    text.nextContent();
    return value;
  }

  private Mapping mapping(Scalar first, int column, int depth) throws Unusual {
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(first, value(column, depth + 1)));
    while (text.indent() == column) {
      limits.count(depth + 1);
      Scalar key = scalars.key(false);
      entries.add(new Entry(key, value(column, depth + 1)));
    }
    Mapping mapping = new Mapping(ended(first.place(), column), false, entries);
    limits.check(mapping);
    return mapping;
  }

  /** Reads the value after a key and its colon. A list may be in the column of its key. */
  private Tree value(int column, int depth) throws Unusual {
    Place none = endOfLine();
    if (none == null) {
      Tree value = flow.value(depth, false);
      text.nextContent();
      return value;
    }
    return text.indent() == column && text.isDash() ? sequence(depth) : below(column, depth, none);
  }

  private Sequence sequence(int depth) throws Unusual {
    Place start = text.place(text.at(), text.at());
    int column = text.column();
    limits.count(depth);
    List<Tree> items = new ArrayList<>();
    do {
      text.moveTo(text.at() + 1);
      Place none = endOfLine();
      items.add(none == null ? block(depth + 1) : below(column, depth + 1, none));
    } while (text.indent() == column && text.isDash());
    return new Sequence(ended(start, column), false, column, items);
  }

  /** Moves to the next line with a value, and returns the end of this one; null: it has a value. */
  private @Nullable Place endOfLine() throws Unusual {
    int end = text.at();
    if (!text.endsLine()) {
      return null;
    }
    Place none = text.place(end, end);
    text.nextContent();
    return none;
  }

  /** Reads a value that starts in a line below its key or dash, or is not there. */
  private Tree below(int column, int depth, Place none) throws Unusual {
    if (text.indent() > column) {
      return block(depth);
    }
    limits.count(depth);
    return new Scalar(none, "", true);
  }

  /** Returns the place of a block, which ends at the next value after it. */
  private Place ended(Place start, int column) throws Unusual {
    Unusual.unless(text.indent() <= column);
    return new Place(start.position(), start.start(), text.at());
  }
}
