package io.egressalias.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text into parts with one document each.
 *
 * <p>A line that starts with {@code ---} or {@code ...} and white space is a document marker, even
 * inside a block scalar or a quoted scalar, so a text can be split before it is parsed. A syntax
 * error in one document then does not affect the others.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#912-document-markers">YAML 1.2.2, document markers</a>
 */
public final class YamlDocuments {
  /** The markers that start and end a document; both have the same length. */
  private static final String BEGINS = "---";

  private static final String ENDS = "...";

  /** Allowed before a text, and not part of it. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String text;
  private final List<YamlDocument> chunks = new ArrayList<>();

  /** The start of the part that is not complete yet. */
  private int start;

  private int startLine = 1;
  private int line = 1;
  private boolean directives;
  private boolean ended;

  /** The offset of a carriage return; none is between the current line and it. */
  private int carriageReturn = -1;

  /** Whether parts without a document are returned as well. */
  private final boolean complete;

  private YamlDocuments(String text, boolean complete) {
    this.text = text;
    this.complete = complete;
    this.start = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? 0 : 1;
  }

  /** Returns the parts of a text. */
  public static List<YamlDocument> of(String text) {
    return of(text, false);
  }

  /** Returns all parts of a text, also those without a document; together they are the text. */
  public static List<YamlDocument> all(String text) {
    return of(text, true);
  }

  /** Returns whether a part has a document. */
  public static boolean isDocument(YamlDocument part) {
    return Blank.holdsMore(part.text(), 0, part.text().length());
  }

  private static List<YamlDocument> of(String text, boolean complete) {
    YamlDocuments chunks = new YamlDocuments(text, complete);
    for (int at = chunks.start; at < text.length(); at = chunks.nextLine(at)) {
      chunks.line(at);
    }
    chunks.cut(text.length());
    return chunks.chunks;
  }

  private void line(int at) {
    if (ended || (isMarker(BEGINS, text, at) && at > start && !directives)) {
      cut(at);
    }
    ended = isMarker(ENDS, text, at);
    directives = text.charAt(at) == '%' || (directives && isCommentOrBlank(text, at));
    line++;
  }

  /**
   * A part without a document is skipped, because the parser expects a document before {@code ...}.
   */
  private void cut(int end) {
    if ((complete && end > start) || Blank.holdsMore(text, start, end)) {
      chunks.add(new YamlDocument(text.substring(start, end), startLine));
    }
    start = end;
    startLine = line;
  }

  private int nextLine(int at) {
    int feed = find('\n', at);
    if (carriageReturn < at) {
      carriageReturn = find('\r', at);
    }
    return 1 + (carriageReturn + 1 < feed ? carriageReturn : feed);
  }

  private int find(char wanted, int from) {
    int index = text.indexOf(wanted, from);
    return index < 0 ? text.length() : index;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** Returns whether a marker is at an index, which is the start of a line. */
  public static boolean isMarker(String marker, CharSequence text, int at) {
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
   * Recognizes parts without a declaration: markers, blanks, comments, and at most one null.
   * Parsing each of them would take most of the time for a text with many.
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
          // Two nulls are one text of two lines.
          if (isNull || !isNull(text, at, lineEnd)) {
            return true;
          }
          isNull = true;
        }
        at = lineEnd + 1;
      }
      return false;
    }

    /** Returns whether the line is a null, at its start or after {@code --- }. */
    private static boolean isNull(CharSequence text, int start, int end) {
      boolean marked = isMarker(BEGINS, text, start) && start + BEGINS.length() < end;
      int at = marked ? start + BEGINS.length() + 1 : start;
      String rest = end - at > LONGEST_NULL ? "" : text.subSequence(at, end).toString();
      return NULLS.contains(rest);
    }

    /**
     * Returns whether the line has only a marker, blanks and a comment. A comment starts a line or
     * follows a blank.
     */
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
  }
}
