package io.egressalias.files;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold; can be written as often as somebody asks for it. */
interface Content {
  /** Returns how many bytes it is. */
  long size() throws IOException;

  void writeTo(OutputStream out) throws IOException;
}
