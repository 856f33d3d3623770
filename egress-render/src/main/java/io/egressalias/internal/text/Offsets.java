package io.egressalias.internal.text;

import java.util.Arrays;

/**
 * Converts character counts to offsets: the parser counts a supplementary character once, but it
 * occupies two positions in the text.
 */
public final class Offsets {
  /** The indices of supplementary characters. */
  private final int[] wide;

  /** Creates the conversion for a text. */
  public Offsets(String text) {
    int[] found = new int[0];
    int size = 0;
    for (int i = 0; i < text.length(); i++) {
      if (Character.isHighSurrogate(text.charAt(i))) {
        found = size == found.length ? Arrays.copyOf(found, 2 * size + 8) : found;
        found[size] = i - size;
        size++;
      }
    }
    wide = Arrays.copyOf(found, size);
  }

  /** Returns the offset of a character, given the number of characters before it. */
  public int of(int characters) {
    if (wide.length == 0) {
      return characters;
    }
    int before = Arrays.binarySearch(wide, characters);
    return characters + (before < 0 ? -before - 1 : before);
  }
}
