package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Position;

/** Thrown when a text is valid YAML but is not read. Each kind of text has its own message. */
public final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient Position position;
  private final String found;

  /** The reason why it is not read. */
  public enum Reason {
    /** A key is a list or a map. */
    KEY,
    /** A key is repeated in a map. */
    DUPLICATE,
    /** A YAML alias does not repeat a value that ends before it. */
    ALIAS,
    /** Lists and maps are nested too deeply. */
    DEPTH,
    /** There are too many values, including those that YAML aliases repeat. */
    VALUES,
    /** A tag that this kind of text does not allow. */
    TAG
  }

  /**
   * Creates an exception.
   *
   * @param found the key, the name of the alias, or the tag
   */
  public Unreadable(Reason reason, Position position, String found) {
    super(reason + " " + found, null, false, false);
    this.reason = reason;
    this.position = position;
    this.found = found;
  }

  /** Returns the reason why it is not read. */
  public Reason reason() {
    return reason;
  }

  /** Returns the position at which reading stopped. */
  public Position position() {
    return position;
  }

  /** Returns the key, the name of the alias, or the tag. */
  public String found() {
    return found;
  }
}
