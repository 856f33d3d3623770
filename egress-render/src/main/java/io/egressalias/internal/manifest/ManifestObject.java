package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * An object of a kind that an alias can consist of.
 *
 * @param id the identity; the namespace is empty if none is written
 * @param kind the kind
 * @param source the name of the text
 * @param tree the object, as kubectl reads it; places are those of the text
 */
public record ManifestObject(ObjectId id, KnownKind kind, String source, Tree.Mapping tree) {

  /** Returns the location of a field, or of the nearest existing value around it. */
  public SourceLocation locate(FieldPath path) {
    Tree here = tree;
    for (Step step : path.steps()) {
      Tree next = below(here, step);
      if (next == null) {
        break;
      }
      here = next;
    }
    return new SourceLocation(source, here.position().line(), here.position().column());
  }

  private static @Nullable Tree below(Tree tree, Step step) {
    if (tree instanceof Tree.Mapping mapping && step instanceof Step.Key key) {
      return mapping.value(key.key());
    }
    if (tree instanceof Tree.Sequence sequence
        && step instanceof Step.Index index
        && index.index() < sequence.items().size()) {
      return sequence.items().get(index.index());
    }
    return null;
  }
}
