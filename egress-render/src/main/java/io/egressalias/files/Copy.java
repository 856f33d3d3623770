package io.egressalias.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** What can be read once, copied, so that it can be read again, and by several at a time. */
final class Copy implements AutoCloseable {
  private static final int BLOCK = 1 << 16;

  private final SeekableByteChannel file;

  private Copy(SeekableByteChannel file) {
    this.file = file;
  }

  /**
   * Copies everything.
   *
   * @param name what the user calls it
   * @throws Failure if it cannot be read, or there is no room for it
   */
  static Copy of(String name, InputStream in) {
    Copy copy = new Copy(open());
    try {
      byte[] block = new byte[BLOCK];
      for (int n = read(name, in, block); n >= 0; n = read(name, in, block)) {
        copy.add(ByteBuffer.wrap(block, 0, n));
      }
    } catch (Failure e) {
      copy.close();
      throw e;
    }
    return copy;
  }

  private static SeekableByteChannel open() {
    try {
      return TemporaryFile.open();
    } catch (IOException e) {
      throw Failure.ofTemporary(e);
    }
  }

  private static int read(String name, InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  private void add(ByteBuffer bytes) {
    try {
      TemporaryFile.write(file, bytes);
    } catch (IOException e) {
      throw Failure.ofTemporary(e);
    }
  }

  /** Returns a stream from the beginning. */
  InputStream stream() {
    return new InputStream() {
      private long position;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        file.position(position);
        int n = file.read(ByteBuffer.wrap(bytes, offset, length));
        position += Math.max(n, 0);
        return n;
      }
    };
  }

  /** Gives the room back; if that cannot be done, nobody can do anything about it. */
  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      return;
    }
  }
}
