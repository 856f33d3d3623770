package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.BitSet;
import java.util.List;

/** Finds comments. */
final class Comments {
  private Comments() {}

  /** Returns whether a text has a comment, given its documents. */
  static boolean areIn(String text, List<Tree> documents) {
    int first = next(text, 0);
    if (first < 0) {
      return false;
    }
    BitSet scalars = new BitSet(text.length());
    for (Tree document : documents) {
      mark(document, scalars);
    }
    for (int at = first; at >= 0; at = next(text, at + 1)) {
      if (!scalars.get(at)) {
        return true;
      }
    }
    return false;
  }

  /** A comment starts a line, or follows a blank. */
  private static int next(String text, int from) {
    for (int at = text.indexOf('#', from); at >= 0; at = text.indexOf('#', at + 1)) {
      if (at == 0 || " \t\r\n".indexOf(text.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static void mark(Tree tree, BitSet scalars) {
    if (tree instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        mark(entry.key(), scalars);
        mark(entry.value(), scalars);
      }
    } else if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        mark(item, scalars);
      }
    } else if (tree instanceof Scalar scalar) {
      Place place = scalar.place();
      scalars.set(place.start(), Math.max(place.start(), place.end()));
    }
  }
}
