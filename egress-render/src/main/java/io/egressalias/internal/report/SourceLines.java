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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        starts = count == starts.length ? Arrays.copyOf(starts, 2 * count) : starts;
        starts[count++] = i + 1;
      }
    }
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
