package io.egressalias.internal.krm;

import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Unreadable;
import java.util.ArrayList;
import java.util.List;

/**
 * The limits of a list of resources. It contains objects of all kinds, so it may be deeper than a
 * declaration, and may have tags.
 */
final class ListDialect implements Dialect {
  static final int DEPTH = 1000;
  static final int VALUES = 5_000_000;

  private final ListText text;
  private final List<AnchorConflict> repeats = new ArrayList<>();

  ListDialect(ListText text) {
    this.text = text;
  }

  /** Returns the YAML aliases of the documents that were read. */
  List<AnchorConflict> repeats() {
    return repeats;
  }

  @Override
  public int depth() {
    return DEPTH;
  }

  @Override
  public boolean uniqueKeys() {
    return false;
  }

  @Override
  public int values() {
    return VALUES;
  }

  @Override
  public void tag(String tag, Position position) {
    // The tools that run functions check tags.
  }

  /**
   * No Kubernetes object has such a key; the reader of declarations reports one in a declaration.
   */
  @Override
  public Scalar key(Tree key) {
    return new Scalar(key.place(), "", false);
  }

  /** A change must be made at the place of the alias, not at the place of the repeated value. */
  @Override
  public Tree repeated(String anchor, Tree known, Place place) {
    repeats.add(new AnchorConflict(anchor, place, known, text.contentEnd(known)));
    return known.repeatedAt(place);
  }

  /** Returns a description of why and where a text is not read. */
  static String words(Unreadable e) {
    String problem =
        switch (e.reason()) {
          case ALIAS -> "found undefined alias " + e.found();
          case DEPTH -> "lists and maps are nested more than " + DEPTH + " levels deep";
          case VALUES -> "the text has more than " + VALUES + " values, repeated ones counted";
          case KEY, DUPLICATE, TAG -> throw new AssertionError("none of them ends the reading", e);
        };
    return problem + " (line " + e.position().line() + ", column " + e.position().column() + ")";
  }
}
