package io.egressalias.internal.krm;

import java.util.Arrays;

/**
 * The ranges of a text that are replaced, and the offsets at which text is inserted. Both are in
 * the order of the text, so that one range among many is found by a binary search.
 */
final class EditedRanges {
  private final int[] starts;

  /** The greatest end of the replaced ranges up to each one, because ranges can overlap. */
  private final int[] ends;

  private final int[] insertions;
  private int replaced;
  private int inserted;

  /**
   * Creates an empty set.
   *
   * @param most the greatest number of ranges and insertions
   */
  EditedRanges(int most) {
    starts = new int[most];
    ends = new int[most];
    insertions = new int[most];
  }

  /**
   * Adds a range, or an insertion if both offsets are equal.
   *
   * @param start not before the start of the previous range
   */
  void add(int start, int end) {
    if (start < end) {
      starts[replaced] = start;
      ends[replaced] = replaced == 0 ? end : Math.max(end, ends[replaced - 1]);
      replaced++;
    } else {
      insertions[inserted++] = start;
    }
  }

  /** Returns whether one replaced range contains all text between two offsets. */
  boolean contain(int start, int end) {
    return greatestEnd(start + 1) >= end;
  }

  /** Returns whether a replaced range has text in common with the text between two offsets. */
  boolean overlap(int start, int end) {
    return greatestEnd(end) > start;
  }

  /** Returns whether text is inserted between two offsets, and not at one of them. */
  boolean insertBetween(int start, int end) {
    int next = firstNotBefore(insertions, inserted, start + 1);
    return next < inserted && insertions[next] < end;
  }

  /** Returns the greatest end of the ranges that start before an offset; -1: there are none. */
  private int greatestEnd(int before) {
    int count = firstNotBefore(starts, replaced, before);
    return count == 0 ? -1 : ends[count - 1];
  }

  /** Returns the index of the first value that is not less than an offset. */
  private static int firstNotBefore(int[] values, int size, int offset) {
    int found = Arrays.binarySearch(values, 0, size, offset);
    if (found < 0) {
      return -found - 1;
    }
    int first = found;
    while (first > 0 && values[first - 1] == offset) {
      first--;
    }
    return first;
  }
}
