package io.egressalias.internal.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text in UTF-8 that is too large for one array. It is kept as bytes, and only the parts that are
 * read become strings.
 */
public final class LargeText {
  /** The size of a block. The garbage collector moves an array of this size. */
  public static final int BLOCK = 1 << 17;

  private final List<byte[]> blocks;
  private final int length;

  /**
   * Creates a text.
   *
   * @param blocks the bytes; each block but the last one has {@link #BLOCK} bytes
   */
  public LargeText(List<byte[]> blocks) {
    this.blocks = List.copyOf(blocks);
    int last = blocks.isEmpty() ? 0 : blocks.get(blocks.size() - 1).length;
    this.length = blocks.isEmpty() ? 0 : (blocks.size() - 1) * BLOCK + last;
  }

  /** Returns the text of a string. */
  public static LargeText of(String text) {
    List<byte[]> blocks = new ArrayList<>();
    byte[] block = new byte[BLOCK];
    int filled = 0;
    for (int start = 0; start < text.length(); ) {
      int end = Math.min(text.length(), start + BLOCK / 4);
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      byte[] bytes =
          text.substring(start, Math.max(end, start + 1)).getBytes(StandardCharsets.UTF_8);
      int first = Math.min(bytes.length, BLOCK - filled);
      System.arraycopy(bytes, 0, block, filled, first);
      filled += first;
      if (filled == BLOCK) {
        blocks.add(block);
        block = new byte[BLOCK];
        System.arraycopy(bytes, first, block, 0, bytes.length - first);
        filled = bytes.length - first;
      }
      start = Math.max(end, start + 1);
    }
    blocks.add(Arrays.copyOf(block, filled));
    return new LargeText(blocks);
  }

  /** Returns the number of bytes. */
  public int length() {
    return length;
  }

  /** Returns a byte. */
  public byte at(int index) {
    return blocks.get(index / BLOCK)[index % BLOCK];
  }

  /** Returns the index of a byte from an index on; {@code end}: there is none before the end. */
  public int find(byte wanted, int from, int end) {
    int index = from;
    while (index < end) {
      byte[] block = blocks.get(index / BLOCK);
      int stop = Math.min(end, (index / BLOCK + 1) * BLOCK);
      for (int i = index % BLOCK; index < stop; i++, index++) {
        if (block[i] == wanted) {
          return index;
        }
      }
    }
    return end;
  }

  /** Returns whether the text has bytes at an index, each given as a character. */
  public boolean startsWith(String ascii, int index, int end) {
    if (index + ascii.length() > end) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((at(index + i) & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a part has ASCII characters. */
  public boolean contains(String ascii, int from, int end) {
    byte first = (byte) ascii.charAt(0);
    for (int at = find(first, from, end); at < end; at = find(first, at + 1, end)) {
      if (startsWith(ascii, at, end)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns a part.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  public String text(int from, int end) throws CharacterCodingException {
    byte[] bytes = new byte[end - from];
    for (int index = from; index < end; ) {
      int count = Math.min(end - index, BLOCK - index % BLOCK);
      System.arraycopy(blocks.get(index / BLOCK), index % BLOCK, bytes, index - from, count);
      index += count;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
    return text;
  }
}
