package io.egressalias.declaration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

  private static final Predicate<String> NO_DOCUMENT =
      Pattern.compile("(---|\\.\\.\\.)?([ \t]*|([ \t]+|^)#[\t\\P{Cntrl}]*)").asMatchPredicate();

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
    if (!chunk.text().lines().allMatch(NO_DOCUMENT)) {
      chunks.add(chunk);
    }
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
