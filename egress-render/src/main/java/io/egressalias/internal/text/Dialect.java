package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;

/** What a kind of text may hold. */
public interface Dialect {

  /** Returns how deep lists and maps may be in one another. */
  int depth();

  /** Returns how many values a document may have, those that aliases repeat counted each time. */
  int values();

  /** Returns whether a text is not read any further where a map has a key twice. */
  boolean uniqueKeys();

  /**
   * Takes a tag that does not say that a scalar is a string.
   *
   * @throws Unreadable if the text is not read any further
   */
  void tag(String tag, Position position) throws Unreadable;

  /**
   * Returns what a list or a map in place of a key is read as.
   *
   * @throws Unreadable if the text is not read any further
   */
  Scalar key(Tree key) throws Unreadable;

  /**
   * Returns what an alias of YAML is read as.
   *
   * @param anchor the name, without {@code *}
   * @param known the value that it repeats
   * @param place the place of the alias
   */
  Tree repeated(String anchor, Tree known, Place place);
}
