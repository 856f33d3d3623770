package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Reads scalars, and lists and maps in brackets, that end in the line in which they start. */
final class UsualFlow {
  private final UsualText text;
  private final UsualScalars scalars;
  private final UsualLimits limits;

  UsualFlow(UsualText text, UsualScalars scalars, UsualLimits limits) {
    this.text = text;
    this.scalars = scalars;
    this.limits = limits;
  }

  /**
   * Reads a value.
   *
   * @param within whether it is within brackets
   */
  Tree value(int depth, boolean within) throws Unusual {
    limits.count(depth);
    return switch (text.peek()) {
      case '[' -> sequence(depth);
      case '{' -> mapping(depth);
      default -> scalars.scalar(within);
    };
  }

  private Sequence sequence(int depth) throws Unusual {
    int start = text.at();
    int dash = text.column();
    List<Tree> items = new ArrayList<>();
    text.skip();
    while (text.peek() != ']') {
      separate(items.isEmpty());
      items.add(value(depth + 1, true));
      text.skipBlanks();
    }
    text.moveTo(text.at() + 1);
    return new Sequence(text.place(start, text.at()), true, dash, items);
  }

  private Mapping mapping(int depth) throws Unusual {
    int start = text.at();
    List<Entry> entries = new ArrayList<>();
    text.skip();
    while (text.peek() != '}') {
      separate(entries.isEmpty());
      limits.count(depth + 1);
      Scalar key = scalars.key(true);
      text.skipBlanks();
      entries.add(new Entry(key, value(depth + 1, true)));
      text.skipBlanks();
    }
    text.moveTo(text.at() + 1);
    Mapping mapping = new Mapping(text.place(start, text.at()), true, entries);
    limits.check(mapping);
    return mapping;
  }

  private void separate(boolean first) throws Unusual {
    if (!first) {
      Unusual.unless(text.peek() == ',');
      text.skip();
    }
  }
}
