package io.egressalias.declaration;

import io.egressalias.internal.text.Tree.Position;

/** Counts lines and characters. */
final class Positions {
  private Positions() {}

  /** The position of the text that follows another text. */
  static Position after(String before, int firstLine) {
    String lines = before.replace("\r\n", "\n").replace('\r', '\n');
    int line = 0;
    for (int i = lines.indexOf('\n'); i >= 0; i = lines.indexOf('\n', i + 1)) {
      line++;
    }
    int start = lines.lastIndexOf('\n') + 1;
    return new Position(firstLine + line, lines.codePointCount(start, lines.length()) + 1);
  }
}
