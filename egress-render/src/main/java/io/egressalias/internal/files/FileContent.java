package io.egressalias.internal.files;

import java.io.IOException;

/** A text that is written piece by piece, as often as it is asked for and the same each time. */
public interface FileContent {
  /**
   * Writes all of it.
   *
   * @throws IOException if the target throws it
   */
  void writeTo(Appendable out) throws IOException;
}
