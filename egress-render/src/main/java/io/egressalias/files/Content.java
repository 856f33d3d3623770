package io.egressalias.files;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold; it is written as often as it is asked for, the same each time. */
public interface Content {
  /**
   * Writes all of it.
   *
   * @throws IOException if the stream throws it
   */
  void writeTo(OutputStream out) throws IOException;
}
