package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree.Position;
import java.util.Arrays;

/** Bytes of numbers, positions and texts, in the form that {@link UnpackedTree} reads. */
final class PackedBytes {
  private static final int FIRST = 256;
  private static final int LONGEST_NUMBER = 5;

  private byte[] bytes = new byte[FIRST];
  private int length;
  private int line;

  void clear() {
    length = 0;
    line = 0;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, length);
  }

  /** Adds a number in groups of seven bits; all but the last have the eighth bit. */
  void number(int number) {
    reserve(LONGEST_NUMBER);
    int rest = number;
    while ((rest & ~0x7F) != 0) {
      bytes[length++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[length++] = (byte) rest;
  }

  /** Adds a position; its line counts from that of the position before, in both directions. */
  void position(Position position) {
    int down = position.line() - line;
    number((down << 1) ^ (down >> 31));
    number(position.column());
    line = position.line();
  }

  /** Adds a text with a byte for each character, or with two if one of them needs two. */
  void text(String text) {
    int size = text.length();
    boolean wide = false;
    for (int i = 0; i < size; i++) {
      wide |= text.charAt(i) > 0xFF;
    }
    number(size << 1 | (wide ? 1 : 0));
    reserve(2 * size);
    for (int i = 0; i < size; i++) {
      char c = text.charAt(i);
      if (wide) {
        bytes[length++] = (byte) (c >> 8);
      }
      bytes[length++] = (byte) c;
    }
  }

  private void reserve(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
