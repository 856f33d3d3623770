package io.egressalias.internal.manifest;

import java.util.Arrays;

/**
 * The places of the items of a large list, in numbers only.
 *
 * <p>Each item has its start, its end, its line and its column.
 */
final class ListItems {
  private static final int FIELDS = 4;

  private int[] numbers = new int[64];
  private int size;

  void add(int start, int end, int line, int column) {
    if (size + FIELDS > numbers.length) {
      numbers = Arrays.copyOf(numbers, 2 * numbers.length);
    }
    numbers[size++] = start;
    numbers[size++] = end;
    numbers[size++] = line;
    numbers[size++] = column;
  }

  int count() {
    return size / FIELDS;
  }

  /** Returns the offset of the first byte of an item. */
  int start(int item) {
    return numbers[FIELDS * item];
  }

  /** Returns the offset after an item. */
  int end(int item) {
    return numbers[FIELDS * item + 1];
  }

  /** Returns the line in which an item starts, from 1. */
  int line(int item) {
    return numbers[FIELDS * item + 2];
  }

  /** Returns the column in which an item starts, from 1. */
  int column(int item) {
    return numbers[FIELDS * item + 3];
  }
}
