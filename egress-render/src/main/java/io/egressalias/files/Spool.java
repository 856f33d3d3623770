package io.egressalias.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where text waits until it is known that all of it may be given out: in memory while it is little,
 * in a temporary file when it is more.
 */
public final class Spool implements Content, AutoCloseable {
  private static final int BLOCK = 1 << 20;

  private final boolean lastFirst;
  private final ByteBuffer buffer = ByteBuffer.allocate(BLOCK);
  private @Nullable SeekableByteChannel file;

  /** The lengths of the pieces, which only who goes backwards has to know. */
  private int[] lengths = new int[16];

  private int pieces;

  /**
   * Begins an empty one.
   *
   * @param lastFirst whether the piece that is added last is given out first
   */
  public Spool(boolean lastFirst) {
    this.lastFirst = lastFirst;
  }

  /**
   * Adds a piece of text.
   *
   * @throws Failure if there is no room for it
   */
  public void add(String text) {
    try {
      add(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Failure.ofTemporary(e);
    }
  }

  private void add(byte[] bytes) throws IOException {
    if (lastFirst) {
      count(bytes.length);
    }
    if (bytes.length > buffer.remaining()) {
      empty();
    }
    if (bytes.length > buffer.remaining()) {
      write(ByteBuffer.wrap(bytes));
    } else {
      buffer.put(bytes);
    }
  }

  private void count(int length) {
    if (pieces == lengths.length) {
      lengths = Arrays.copyOf(lengths, pieces + pieces / 2);
    }
    lengths[pieces++] = length;
  }

  @Override
  public long size() throws IOException {
    return (file == null ? 0 : file.size()) + buffer.position();
  }

  /**
   * Writes all pieces.
   *
   * @throws IOException if the stream throws it, or the temporary file is gone
   */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    if (lastFirst) {
      backwards(out);
    } else {
      forwards(out);
    }
    out.flush();
  }

  private void forwards(OutputStream out) throws IOException {
    if (file != null) {
      byte[] block = new byte[BLOCK];
      file.position(0);
      for (int n = read(file, block); n >= 0; n = read(file, block)) {
        out.write(block, 0, n);
      }
    }
    out.write(buffer.array(), 0, buffer.position());
  }

  private void backwards(OutputStream out) throws IOException {
    if (file != null) {
      empty();
    }
    long end = file == null ? buffer.position() : file.size();
    for (int last = pieces; last > 0; ) {
      int first = last;
      int length = 0;
      while (first > 0 && (first == last || length + lengths[first - 1] <= BLOCK)) {
        first--;
        length += lengths[first];
      }
      backwards(read(end - length, length), first, last, out);
      end -= length;
      last = first;
    }
  }

  private void backwards(byte[] block, int first, int last, OutputStream out) throws IOException {
    int end = block.length;
    for (int piece = last - 1; piece >= first; piece--) {
      end -= lengths[piece];
      out.write(block, end, lengths[piece]);
    }
  }

  private static int read(SeekableByteChannel file, byte[] block) throws IOException {
    return file.read(ByteBuffer.wrap(block));
  }

  private byte[] read(long position, int length) throws IOException {
    if (file == null) {
      return Arrays.copyOfRange(buffer.array(), (int) position, (int) position + length);
    }
    ByteBuffer block = ByteBuffer.allocate(length);
    file.position(position);
    while (block.hasRemaining() && file.read(block) >= 0) {}
    return block.array();
  }

  private void empty() throws IOException {
    write(buffer.flip());
    buffer.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    if (file == null) {
      file = TemporaryFile.open();
    }
    TemporaryFile.write(file, bytes);
  }

  /** Takes the temporary file away. */
  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
