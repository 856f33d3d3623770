package io.egressalias.internal.report;

import java.util.Arrays;

/** Finds the lines of a text by their numbers. */
final class SourceLines {
  private final String text;

  /** The start of each line. */
  private int[] starts = {0, 0, 0, 0};

  private int count = 1;

  SourceLines(String text) {
    this.text = text;
    int carriage = after('\r', 0);
    int feed = after('\n', 0);
    while (carriage < Integer.MAX_VALUE || feed < Integer.MAX_VALUE) {
      int start = Math.min(carriage, feed);
      // Both are the end of one line.
      if (carriage + 1 != feed) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = start;
      }
      if (start == carriage) {
        carriage = after('\r', start);
      } else {
        feed = after('\n', start);
      }
    }
  }

  /** Returns the index after the next such character; the largest number: none. */
  private int after(char c, int from) {
    int index = text.indexOf(c, from);
    return index < 0 ? Integer.MAX_VALUE : index + 1;
  }

  /** Returns a line without its line end; empty: no such line. */
  String line(int number) {
    if (number < 1 || number > count) {
      return "";
    }
    int start = starts[number - 1];
    int end = start;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return text.substring(start, end);
  }
}
