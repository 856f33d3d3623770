package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Position;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.Tree.Sequence;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import java.util.Optional;

/**
 * Finds the place of a path: its value's, or that of the nearest thing around it that exists. A map
 * or list that begins below its key is at the key, which is what it is known by.
 */
final class Locator {
  private Locator() {}

  static Position locate(Tree document, FieldPath path) {
    return find(document, path).position();
  }

  /** Finds the place of the key that a path ends with. */
  static Position locateKey(Tree document, FieldPath path) {
    Found found = find(document, path);
    return found.key().map(Scalar::position).orElse(found.position());
  }

  private static Found find(Tree document, FieldPath path) {
    Found here = new Found(document, Optional.empty());
    for (Step step : path.steps()) {
      Optional<Found> next = below(here.tree(), step);
      if (next.isEmpty()) {
        return here;
      }
      here = next.get();
    }
    return here;
  }

  private static Optional<Found> below(Tree tree, Step step) {
    if (tree instanceof Mapping mapping && step instanceof Step.Key key) {
      return mapping.entry(key.key()).map(e -> new Found(e.value(), Optional.of(e.key())));
    }
    if (tree instanceof Sequence sequence && step instanceof Step.Index index) {
      return index.index() < sequence.items().size()
          ? Optional.of(new Found(sequence.items().get(index.index()), Optional.empty()))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private record Found(Tree tree, Optional<Scalar> key) {

    Position position() {
      Position value = tree.position();
      return key.map(Scalar::position)
          .filter(k -> k.line() < value.line() && !(tree instanceof Scalar))
          .orElse(value);
    }
  }
}
