package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import org.jspecify.annotations.Nullable;

/** An object of a kind that an alias can consist of. Two objects are never equal. */
public final class ManifestObject {
  /** The label of an EndpointSlice with the name of its Service. */
  public static final String SERVICE_NAME = "kubernetes.io/service-name";

  /** The most bytes of a small tree. */
  private static final int SMALL = 1 << 12;

  private final ObjectId id;
  private final KnownKind kind;
  private final String source;

  /** Null if it is packed. */
  private final @Nullable Mapping tree;

  private final @Nullable PackedTree packed;

  private ManifestObject(
      ObjectId id,
      KnownKind kind,
      String source,
      @Nullable Mapping tree,
      @Nullable PackedTree packed) {
    this.id = id;
    this.kind = kind;
    this.source = source;
    this.tree = tree;
    this.packed = packed;
  }

  /**
   * Makes an object.
   *
   * @param id the identity; the namespace is empty if none is written
   * @param kind the kind
   * @param source the name of the text
   * @param tree the object, as kubectl reads it; places are those of the text
   */
  public ManifestObject(ObjectId id, KnownKind kind, String source, Mapping tree) {
    this(id, kind, source, tree, null);
  }

  /** Returns the object with its tree in little memory. */
  ManifestObject packed(PackedTrees trees) {
    return new ManifestObject(id, kind, source, null, trees.pack(tree()));
  }

  /** Returns whether the tree is packed, and so small that it takes little time to make again. */
  boolean isLight() {
    return packed != null && packed.bytes().length <= SMALL;
  }

  /** Returns the identity; the namespace is empty if none is written. */
  public ObjectId id() {
    return id;
  }

  /** Returns the kind. */
  public KnownKind kind() {
    return kind;
  }

  /** Returns the name of the text. */
  public String source() {
    return source;
  }

  /** Returns the object, as kubectl reads it; places are those of the text. */
  public Mapping tree() {
    if (tree != null) {
      return tree;
    }
    if (packed == null) {
      throw new IllegalStateException("an object without a tree");
    }
    return packed.tree();
  }

  /** Returns the location of a field, or of the nearest existing value around it. */
  public SourceLocation locate(FieldPath path) {
    Tree here = tree();
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
