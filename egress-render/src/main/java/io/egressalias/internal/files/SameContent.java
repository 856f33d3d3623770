package io.egressalias.internal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** Compares the bytes that are written to this stream with the content of a file. */
final class SameContent extends OutputStream {
  private final InputStream file;
  private boolean same = true;

  SameContent(InputStream file) {
    this.file = file;
  }

  /** Returns whether the file has exactly the bytes that were written. */
  boolean isSame() throws IOException {
    return same && file.read() < 0;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (same) {
      byte[] found = file.readNBytes(length);
      same = Arrays.equals(found, 0, found.length, bytes, offset, offset + length);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
