package io.egressalias.declaration;

import io.egressalias.text.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into stretches with a document each, as the text comes.
 *
 * <p>A line that begins with {@code ---} or {@code ...} and white space is a document marker
 * wherever it stands, inside a block scalar or a quoted one as well, so a text can be cut there
 * before it is read: a syntax error in one document then leaves the others as they are.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#912-document-markers">YAML 1.2.2, document markers</a>
 */
final class Chunks {
  /** The marks that begin a document, and that end one; both are as long. */
  private static final String BEGINS = "---";

  private static final String ENDS = "...";

  /** May stand before a text, and is none of it. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** How much of a text is taken at once. */
  private static final int PIECE = 1 << 16;

  private final StringBuilder pending = new StringBuilder();
  private List<Chunk> whole = new ArrayList<>();

  /** Where in it the stretch begins that is not whole yet. */
  private int start;

  /** Where the line begins that is looked at next, and up to where that has no end. */
  private int lineStart;

  private int searched;
  private int startLine = 1;
  private int line = 1;
  private boolean begun;
  private boolean directives;
  private boolean ended;

  /** Returns the stretches of a text. */
  static List<Chunk> of(String text) {
    Chunks chunks = new Chunks();
    List<Chunk> all = new ArrayList<>();
    for (int from = 0; from < text.length(); from += PIECE) {
      all.addAll(chunks.add(text.substring(from, Math.min(from + PIECE, text.length()))));
    }
    all.addAll(chunks.end());
    return all;
  }

  /** Takes more of the text, and returns the stretches that are whole now. */
  List<Chunk> add(CharSequence text) {
    boolean marked = !begun && text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
    begun |= text.length() > 0;
    pending.append(text, marked ? 1 : 0, text.length());
    for (int next = nextLine(false); next >= 0; next = nextLine(false)) {
      line(next);
    }
    pending.delete(0, start);
    lineStart -= start;
    searched -= start;
    start = 0;
    return taken();
  }

  /** Returns what is left, when there is no more text. */
  List<Chunk> end() {
    for (int next = nextLine(true); next >= 0; next = nextLine(true)) {
      line(next);
    }
    cut(pending.length());
    return taken();
  }

  /** Returns where more text begins, if some comes before it. */
  Tree.Position place(CharSequence before) {
    return Positions.after(pending.substring(start) + before, startLine);
  }

  private List<Chunk> taken() {
    List<Chunk> taken = whole;
    whole = new ArrayList<>();
    return taken;
  }

  private void line(int next) {
    if (ended || (isMarker(BEGINS, pending, lineStart) && lineStart > start && !directives)) {
      cut(lineStart);
    }
    ended = isMarker(ENDS, pending, lineStart);
    directives =
        pending.charAt(lineStart) == '%' || (directives && isCommentOrBlank(pending, lineStart));
    lineStart = next;
    searched = next;
    line++;
  }

  /** What holds no document is left out: the parser would ask for one before {@code ...}. */
  private void cut(int end) {
    if (Blank.holdsMore(pending, start, end)) {
      whole.add(new Chunk(pending.substring(start, end), startLine));
    }
    start = end;
    startLine = line;
  }

  /** Returns where the line after the next begins; -1: its end has not come yet. */
  private int nextLine(boolean last) {
    int length = pending.length();
    for (; searched < length; searched++) {
      char c = pending.charAt(searched);
      if (c == '\n') {
        return searched + 1;
      }
      if (c == '\r' && (last || searched + 1 < length)) {
        boolean both = searched + 1 < length && pending.charAt(searched + 1) == '\n';
        return both ? searched + 2 : searched + 1;
      }
      if (c == '\r') {
        return -1;
      }
    }
    return last && lineStart < length ? length : -1;
  }

  static boolean isMarker(String marker, CharSequence text, int at) {
    int end = at + marker.length();
    return end <= text.length()
        && text.charAt(at) == marker.charAt(0)
        && marker.contentEquals(text.subSequence(at, end))
        && (end == text.length() || " \t\r\n".indexOf(text.charAt(end)) >= 0);
  }

  private static boolean isCommentOrBlank(CharSequence text, int at) {
    return "#\r\n".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Tells parts without a declaration: markers, blanks, comments, and at most one null. A parser
   * for each of them would take most of the time of a text that has many.
   */
  private static final class Blank {
    private static final List<String> NULLS = List.of("~", "null", "Null", "NULL");
    private static final int LONGEST_NULL = 4;

    private Blank() {}

    static boolean holdsMore(CharSequence text, int start, int end) {
      boolean isNull = false;
      for (int at = start; at < end; ) {
        int lineEnd = at;
        while (lineEnd < end && !isLineEnd(text.charAt(lineEnd))) {
          lineEnd++;
        }
        if (!isBlank(text, at, lineEnd)) {
          // Two make one text of two lines.
          if (isNull || !isNull(text, at, lineEnd)) {
            return true;
          }
          isNull = true;
        }
        at = lineEnd + 1;
      }
      return false;
    }

    /** A null and nothing else, at the beginning of the line or after {@code --- }. */
    private static boolean isNull(CharSequence text, int start, int end) {
      boolean marked = isMarker(BEGINS, text, start) && start + BEGINS.length() < end;
      int at = marked ? start + BEGINS.length() + 1 : start;
      String rest = end - at > LONGEST_NULL ? "" : text.subSequence(at, end).toString();
      return NULLS.contains(rest);
    }

    /** A marker, blanks and a comment, or less. A comment begins a line or comes after a blank. */
    private static boolean isBlank(CharSequence text, int start, int end) {
      boolean marked = isMarker(BEGINS, text, start) || isMarker(ENDS, text, start);
      int at = marked ? start + BEGINS.length() : start;
      int blanks = at;
      while (blanks < end && " \t".indexOf(text.charAt(blanks)) >= 0) {
        blanks++;
      }
      if (blanks == end) {
        return true;
      }
      return text.charAt(blanks) == '#'
          && (blanks > at || at == start)
          && !holdsControls(text, blanks, end);
    }

    private static boolean holdsControls(CharSequence text, int start, int end) {
      for (int i = start; i < end; i++) {
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
  }
}
