package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;

/** The rules and limits of a kind of text. */
public interface Dialect {

  /** Returns the maximum nesting of lists and maps. */
  int depth();

  /**
   * Returns the maximum number of values in a document, including those that YAML aliases repeat.
   */
  int values();

  /** Returns whether reading stops at a repeated key. */
  boolean uniqueKeys();

  /**
   * Handles a tag other than the string tag of a scalar.
   *
   * @throws Unreadable if reading stops
   */
  void tag(String tag, Position position) throws Unreadable;

  /**
   * Returns the replacement for a key that is a list or a map.
   *
   * @throws Unreadable if reading stops
   */
  Scalar key(Tree key) throws Unreadable;

  /**
   * Returns the value of a YAML alias.
   *
   * @param anchor the name, without {@code *}
   * @param known the value that it repeats
   * @param place the place of the alias
   */
  Tree repeated(String anchor, Tree known, Place place);
}
