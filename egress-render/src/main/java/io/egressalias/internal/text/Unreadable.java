package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Position;

/** That a text is YAML, and is not read all the same. Each kind of text has words of its own. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Position position;
  private final String found;

  /** Why it is not read. */
  public enum Reason {
    /** A key is a list or a map. */
    KEY,
    /** A map has a key twice. */
    DUPLICATE,
    /** An alias of YAML repeats no value that ends before it. */
    ALIAS,
    /** Lists and maps are nested too deeply. */
    DEPTH,
    /** There are too many values, those that aliases repeat counted each time. */
    VALUES,
    /** A tag, which this kind of text does not have. */
    TAG
  }

  /**
   * Says why a text is not read.
   *
   * @param found the key, the name of the alias, or the tag
   */
  public Unreadable(Reason reason, Position position, String found) {
    super(reason + " " + found, null, false, false);
    this.reason = reason;
    this.position = position;
    this.found = found;
  }

  /** Returns why it is not read. */
  public Reason reason() {
    return reason;
  }

  /** Returns where it is not read. */
  public Position position() {
    return position;
  }

  /** Returns the key, the name of the alias, or the tag. */
  public String found() {
    return found;
  }
}
