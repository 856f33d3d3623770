package io.egressalias.internal.text;

import java.util.Arrays;

/**
 * The offsets of characters in a text: the parser counts a character outside the basic plane once,
 * and it takes two places in the text.
 */
final class Offsets {
  /** Such characters, by their numbers. */
  private final int[] wide;

  Offsets(String text) {
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

  /** Returns the offset of a character, given how many are before it. */
  int of(int characters) {
    if (wide.length == 0) {
      return characters;
    }
    int before = Arrays.binarySearch(wide, characters);
    return characters + (before < 0 ? -before - 1 : before);
  }
}
