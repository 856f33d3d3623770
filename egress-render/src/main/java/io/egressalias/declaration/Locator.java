package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Position;
import io.egressalias.declaration.Tree.Sequence;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import java.util.Optional;

/** Finds the place of a path: its value's, or that of the nearest thing around it that exists. */
final class Locator {
  private Locator() {}

  static Position locate(Tree document, FieldPath path) {
    Tree here = document;
    for (Step step : path.steps()) {
      Optional<Tree> next = below(here, step);
      if (next.isEmpty()) {
        return here.position();
      }
      here = next.get();
    }
    return here.position();
  }

  private static Optional<Tree> below(Tree tree, Step step) {
    if (tree instanceof Mapping mapping && step instanceof Step.Key key) {
      return mapping.value(key.key());
    }
    if (tree instanceof Sequence sequence && step instanceof Step.Index index) {
      return index.index() < sequence.items().size()
          ? Optional.of(sequence.items().get(index.index()))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
