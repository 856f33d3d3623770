package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;

/**
 * An object of a kind that an alias can consist of.
 *
 * @param id the identity; the namespace is empty if none is written
 * @param kind the kind
 * @param source the name of the text
 * @param tree the object, as kubectl reads it; places are those of the text
 */
public record ManifestObject(ObjectId id, KnownKind kind, String source, Tree.Mapping tree) {
  /** The label of an EndpointSlice with the name of its Service. */
  public static final String SERVICE_NAME = "kubernetes.io/service-name";

  /** Returns the location of a field, or of the nearest existing value around it. */
  public SourceLocation locate(FieldPath path) {
    Tree here = tree;
    for (Step step : path.steps()) {
      Tree next = here.below(step);
      if (next == null) {
        break;
      }
      here = next;
    }
    return new SourceLocation(source, here.position().line(), here.position().column());
  }
}
