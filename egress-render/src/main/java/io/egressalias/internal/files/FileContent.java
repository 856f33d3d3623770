package io.egressalias.internal.files;

import java.io.IOException;

/** A text that is written in pieces. It can be written several times and is the same each time. */
public interface FileContent {
  /**
   * Writes the whole text.
   *
   * @throws IOException if the target throws it
   */
  void writeTo(Appendable out) throws IOException;
}
