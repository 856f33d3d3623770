package io.egressalias.internal.format;

/** Thrown when a document can be read, and its text cannot be written again without a change. */
public final class Unformattable extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;

  /**
   * Creates an exception.
   *
   * @param line the line in the text, from 1
   * @param reason what was found and what to do, as a sentence without a period
   */
  public Unformattable(int line, String reason) {
    super(reason, null, false, false);
    this.line = line;
  }

  /** Returns the line in the text, from 1. */
  public int line() {
    return line;
  }
}
