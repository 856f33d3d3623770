package io.egressalias.internal.format;

import java.util.ArrayList;
import java.util.List;

/** The lines of a block scalar in the text. */
final class BlockScalar {
  private static final String HEADERS = " | |- > >- ";

  private BlockScalar() {}

  /**
   * Returns the header and the lines without their indentation; empty: the scalar is written in
   * quotes, because its value is not independent of its place.
   */
  static List<String> lines(String text, int start, int end) {
    int content = text.indexOf('\n', start) + 1;
    String header = text.substring(start, content).strip().split("\\s", 2)[0];
    List<String> lines = List.of(text.substring(content, Math.max(content, end)).split("\n", -1));
    int indent = indent(lines);
    if (!HEADERS.contains(" " + header + " ") || indent == 0 || hasOtherBreaks(lines)) {
      return List.of();
    }
    List<String> written = new ArrayList<>();
    for (String line : lines) {
      written.add(line.length() <= indent ? "" : line.substring(indent));
    }
    while (written.get(written.size() - 1).isEmpty()) {
      written.remove(written.size() - 1);
    }
    // Spaces before the text of the first line would change the indentation.
    if (written.get(0).isBlank() || written.get(0).startsWith("\t")) {
      return List.of();
    }
    written.add(0, header);
    return written;
  }

  /** Returns the indentation of the first line that is not blank; 0: there is none. */
  private static int indent(List<String> lines) {
    for (String line : lines) {
      if (!line.isBlank()) {
        int indent = 0;
        while (line.charAt(indent) == ' ') {
          indent++;
        }
        return indent;
      }
    }
    return 0;
  }

  /** Returns whether there are characters that YAML 1.1 reads as line ends. */
  private static boolean hasOtherBreaks(List<String> lines) {
    for (String line : lines) {
      for (int i = 0; i < line.length(); i++) {
        if ("\u0085\u2028\u2029\uFEFF".indexOf(line.charAt(i)) >= 0) {
          return true;
        }
      }
    }
    return false;
  }
}
