package io.egressalias.cli;

import org.jspecify.annotations.Nullable;

/**
 * Which standard streams are terminals. Java reports only whether all of them are, so the launcher
 * passes the numbers of the streams.
 *
 * @param isKnown whether the launcher passed the numbers
 */
record Interactive(boolean isKnown, boolean in, boolean out, boolean err) {
  /** The property in which the launcher passes the numbers, such as {@code 02}. */
  static final String PROPERTY = "egress.terminals";

  static final Interactive NONE = new Interactive(true, false, false, false);

  /**
   * Returns the streams for the numbers that the launcher passes.
   *
   * @param numbers null: the command runs without the launcher
   */
  static Interactive of(@Nullable String numbers) {
    return numbers == null
        ? new Interactive(false, false, false, false)
        : new Interactive(
            true, numbers.indexOf('0') >= 0, numbers.indexOf('1') >= 0, numbers.indexOf('2') >= 0);
  }
}
