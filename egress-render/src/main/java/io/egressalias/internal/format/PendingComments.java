package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds comments between the tokens of a text. A comment on the line of a token belongs to the part
 * with that token; others wait for the next part.
 */
final class PendingComments {
  private final String text;
  private final Deque<Comment> waiting = new ArrayDeque<>();

  /** The end of the text in which comments were found. */
  private int found;

  /** The end of the last token; negative: there is none. */
  private int end = -1;

  private @Nullable Part part;

  PendingComments(String text) {
    this.text = text;
  }

  /** Finds the comments before a token. */
  void before(int token) {
    for (int at = found; at < token; at++) {
      if (text.charAt(at) == '#' && (at == 0 || isSpace(text.charAt(at - 1)))) {
        int lineEnd = text.indexOf('\n', at);
        add(at, lineEnd < 0 ? text.length() : lineEnd);
        at = lineEnd < 0 ? text.length() : lineEnd;
      }
    }
    found = Math.max(found, token);
  }

  /** Continues after a token. */
  void after(int tokenEnd, @Nullable Part owner) {
    found = Math.max(found, tokenEnd);
    end = tokenEnd;
    part = owner;
  }

  private void add(int start, int lineEnd) {
    Comment comment =
        new Comment(
            text.substring(start, lineEnd).stripTrailing(),
            start,
            start - lineStart(start),
            isAfterBlank(start));
    if (part != null && end >= 0 && text.substring(end, start).indexOf('\n') < 0) {
      part.beside.add(comment);
    } else {
      waiting.add(comment);
    }
  }

  /** Returns all that wait; they do not wait any more. */
  List<Comment> take() {
    List<Comment> taken = new ArrayList<>(waiting);
    waiting.clear();
    return taken;
  }

  /** Returns those at the end of a block. */
  List<Comment> takeBelow(int column, int next) {
    List<Comment> taken = new ArrayList<>();
    while (!waiting.isEmpty()
        && waiting.element().column() >= column
        && waiting.element().column() > next) {
      taken.add(waiting.remove());
    }
    return taken;
  }

  /** Returns whether the line before the line of an offset is blank. */
  boolean isAfterBlank(int offset) {
    int start = lineStart(offset);
    return start > 0 && text.substring(lineStart(start - 1), start).isBlank();
  }

  private int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }
}
