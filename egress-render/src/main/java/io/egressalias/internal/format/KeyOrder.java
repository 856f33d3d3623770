package io.egressalias.internal.format;

/** The order of the keys of a map, and of the maps in it. */
public interface KeyOrder {
  /** Returns the position of a key; unknown keys have the greatest. */
  int rank(String key);

  /** Returns the order in the value of a key, or in the items of its list. */
  KeyOrder in(String key);
}
