package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;

/**
 * A text that is read from its start to its end. Each character of the usual form is one column, so
 * offsets need no conversion.
 */
final class UsualText {
  private static final String BEGINS = "---";
  private static final String ENDS = "...";

  private final String text;
  private final int length;
  private int at;
  private int line;
  private int lineStart;

  UsualText(String text, int firstLine) {
    this.text = text;
    this.length = text.length();
    this.line = firstLine;
  }

  /** Returns the offset of the next character. */
  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  /** Returns the column of the next character, from 0. */
  int column() {
    return at - lineStart;
  }

  char peek() {
    return charAt(at);
  }

  /** Returns a character; NUL after the end of the text. */
  char charAt(int offset) {
    return offset < length ? text.charAt(offset) : '\0';
  }

  String substring(int start, int end) {
    return text.substring(start, end);
  }

  /** Returns a part of the current line. */
  Place place(int start, int end) {
    return new Place(new Position(line, start - lineStart + 1), start, end);
  }

  /** Returns whether a blank or the end of a line is at an offset. */
  boolean isSpace(int offset) {
    char c = charAt(offset);
    return c == ' ' || c == '\n' || c == '\r' || offset >= length;
  }

  /** Returns whether an item of a list in block style is next. */
  boolean isDash() {
    return peek() == '-' && isSpace(at + 1);
  }

  /** Skips a character, and the blanks after it. */
  void skip() {
    at++;
    skipBlanks();
  }

  void skipBlanks() {
    while (peek() == ' ') {
      at++;
    }
  }

  /** Skips blanks, and returns whether the line has no more than a comment after them. */
  boolean endsLine() {
    skipBlanks();
    return peek() == '#' ? column() == 0 || charAt(at - 1) == ' ' : isSpace(at);
  }

  /** Moves from the end of a line to the next line with a value, or to the end. */
  void nextContent() throws Unusual {
    Unusual.unless(endsLine());
    while (at < length && endsLine()) {
      skipComment();
      if (at < length) {
        at += peek() == '\r' ? 2 : 1;
        line++;
        lineStart = at;
      }
    }
  }

  private void skipComment() throws Unusual {
    while (isUsual(peek()) || peek() == '\t') {
      at++;
    }
    Unusual.unless(isSpace(at) && (peek() != '\r' || charAt(at + 1) == '\n'));
  }

  boolean isEnd() {
    return at == length;
  }

  /** Returns the column of the next value in block style; -1: the document ends before it. */
  int indent() throws Unusual {
    return isEnd() || isMarker() ? -1 : column();
  }

  /** Returns whether a document starts at the next line. */
  boolean isMarker() throws Unusual {
    if (column() > 0 || (!text.startsWith(BEGINS, at) && !text.startsWith(ENDS, at))) {
      return false;
    }
    Unusual.unless(YamlDocuments.isMarker(BEGINS, text, at));
    return true;
  }

  /** Returns whether a character is one column of a line, and printable. */
  static boolean isUsual(char c) {
    return c < '\u007F'
        ? c >= ' '
        : c > '\u00A0' && c < Character.MIN_SURROGATE && c != '\u2028' && c != '\u2029';
  }
}
