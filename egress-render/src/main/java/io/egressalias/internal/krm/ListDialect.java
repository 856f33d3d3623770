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
 * What a list of resources may hold. It has objects of all kinds, so it may be deeper than a
 * declaration, and have tags.
 */
final class ListDialect implements Dialect {
  static final int DEPTH = 1000;
  static final int VALUES = 5_000_000;

  private final ListText text;
  private final List<AnchorConflict> repeats = new ArrayList<>();

  ListDialect(ListText text) {
    this.text = text;
  }

  /** Returns what the aliases of the documents repeat that were read. */
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
    // The tools that run functions judge tags.
  }

  /**
   * No object of Kubernetes has such a key; a finding about one in a declaration is its reader's.
   */
  @Override
  public Scalar key(Tree key) {
    return new Scalar(key.place(), "", false);
  }

  /** A change at the place of an alias has to be made there, and not where the value is. */
  @Override
  public Tree repeated(String anchor, Tree known, Place place) {
    repeats.add(new AnchorConflict(anchor, place, known, text.contentEnd(known)));
    return known.repeatedAt(place);
  }

  /** Returns why a text is not read, and where. */
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
