package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Finds the position of a path: the position of its value, or of the nearest existing value around
 * it. A map or list that starts below its key has the position of the key.
 */
final class Locator {
  private Locator() {}

  static Position locate(Tree document, FieldPath path) {
    return find(document, path).position();
  }

  /** Finds the position of the last key of a path. */
  static Position locateKey(Tree document, FieldPath path) {
    Found found = find(document, path);
    return found.key() == null ? found.position() : found.key().position();
  }

  /** Returns the value at a path; null: none. */
  static @Nullable Tree value(Tree document, FieldPath path) {
    Tree here = document;
    for (Step step : path.steps()) {
      here = here.below(step);
      if (here == null) {
        return null;
      }
    }
    return here;
  }

  /** Returns the map or list that contains the value at a path; null: there is none. */
  static @Nullable Tree holder(Tree document, FieldPath path) {
    return value(document, new FieldPath(path.steps().subList(0, path.steps().size() - 1)));
  }

  private static Found find(Tree document, FieldPath path) {
    Found here = new Found(document, null);
    for (Step step : path.steps()) {
      Found next = below(here.tree(), step);
      if (next == null) {
        return here;
      }
      here = next;
    }
    return here;
  }

  private static @Nullable Found below(Tree tree, Step step) {
    if (tree instanceof Mapping mapping && step instanceof Step.Key key) {
      Entry entry = mapping.entry(key.key());
      return entry == null ? null : new Found(entry.value(), entry.key());
    }
    Tree value = tree.below(step);
    return value == null ? null : new Found(value, null);
  }

  /** The value at a path, and the key before it; null: none. */
  private record Found(Tree tree, @Nullable Scalar key) {

    Position position() {
      if (key == null
          || tree instanceof Scalar
          || key.position().line() >= tree.position().line()) {
        return tree.position();
      }
      return key.position();
    }
  }
}
