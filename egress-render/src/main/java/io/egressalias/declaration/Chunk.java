package io.egressalias.declaration;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a file that begins with {@code ---}, after {@code ...}, or at the start of the file.
 *
 * <p>A line that begins with one of these and white space is a document marker wherever it stands,
 * inside a block scalar or a quoted one as well, so a file can be cut there before it is read: a
 * syntax error in one document then leaves the others as they are.
 *
 * @param text the stretch
 * @param line the line of the file that it begins in, from 1
 * @see <a href="https://yaml.org/spec/1.2.2/#912-document-markers">YAML 1.2.2, document markers</a>
 */
record Chunk(String text, int line) {

  /** Cuts a text, and no further than one stretch beyond {@link Limits#DOCUMENTS}. */
  static List<Chunk> split(String text) {
    List<Chunk> chunks = new ArrayList<>();
    int start = 0;
    int startLine = 1;
    int line = 1;
    boolean directives = false;
    boolean ended = false;
    for (int at = 0; at < text.length() && chunks.size() <= Limits.DOCUMENTS; line++) {
      if (ended || (isMarker("---", text, at) && at > start && !directives)) {
        add(chunks, new Chunk(text.substring(start, at), startLine));
        start = at;
        startLine = line;
      }
      ended = isMarker("...", text, at);
      directives = text.charAt(at) == '%' || (directives && isCommentOrBlank(text, at));
      at = nextLine(text, at);
    }
    add(chunks, new Chunk(text.substring(start), startLine));
    return chunks;
  }

  /** Leaves out what holds no document: the parser would ask for one before {@code ...}. */
  private static void add(List<Chunk> chunks, Chunk chunk) {
    String text = chunk.text();
    for (int at = 0; at < text.length(); at = nextLine(text, at)) {
      if (!isEmptyLine(text, at)) {
        chunks.add(chunk);
        return;
      }
    }
  }

  /** A marker, blanks and a comment, or less. A comment begins the line or comes after a blank. */
  private static boolean isEmptyLine(String text, int start) {
    boolean marked = isMarker("---", text, start) || isMarker("...", text, start);
    int at = marked ? start + 3 : start;
    int blanks = at;
    while (blanks < text.length() && " \t".indexOf(text.charAt(blanks)) >= 0) {
      blanks++;
    }
    if (blanks == text.length() || isLineEnd(text.charAt(blanks))) {
      return true;
    }
    return text.charAt(blanks) == '#'
        && (blanks > at || at == start)
        && !holdsControls(text, blanks);
  }

  private static boolean holdsControls(String text, int comment) {
    for (int i = comment; i < text.length() && !isLineEnd(text.charAt(i)); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t') || c == '\u007F') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static boolean isMarker(String marker, String text, int at) {
    if (!text.startsWith(marker, at)) {
      return false;
    }
    return at + 3 == text.length() || " \t\r\n".indexOf(text.charAt(at + 3)) >= 0;
  }

  private static boolean isCommentOrBlank(String text, int at) {
    return "#\r\n".indexOf(text.charAt(at)) >= 0;
  }

  private static int nextLine(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '\r') {
        return i + 1 < text.length() && text.charAt(i + 1) == '\n' ? i + 2 : i + 1;
      }
    }
    return text.length();
  }
}
