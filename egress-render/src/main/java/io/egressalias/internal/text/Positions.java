package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Position;

/** Counts lines and characters. */
public final class Positions {
  private Positions() {}

  /** Returns the position of the text that follows another text. */
  public static Position after(String before, int firstLine) {
    String lines = before.replace("\r\n", "\n").replace('\r', '\n');
    int line = 0;
    for (int i = lines.indexOf('\n'); i >= 0; i = lines.indexOf('\n', i + 1)) {
      line++;
    }
    int start = lines.lastIndexOf('\n') + 1;
    return new Position(firstLine + line, lines.codePointCount(start, lines.length()) + 1);
  }
}
