package io.egressalias.internal.drift;

/**
 * Something in which what is committed is not what is rendered.
 *
 * @param kind what is the matter
 * @param file the name of the file, as it was given
 * @param message what is the matter, in words, without a full stop
 * @param diff how it differs, as a unified diff from what is committed to what is rendered, with a
 *     newline at the end; empty where that would tell nothing more
 */
public record Difference(Kind kind, String file, String message, String diff) {
  /** What can be the matter with a file, or with an object in it. */
  public enum Kind {
    /** It is rendered, and not committed. */
    MISSING,
    /** It is committed, and nothing declares it any more. */
    LEFT_OVER,
    /** It looks as if it was rendered; nothing says from what, and rendering again leaves it. */
    STRAY,
    /** It is committed, and otherwise than it is rendered. */
    CHANGED,
    /** It is committed more than once. */
    DUPLICATE,
    /** What is committed cannot be read. */
    UNREADABLE
  }

  Difference(Kind kind, String file, String message) {
    this(kind, file, message, "");
  }

  /** Returns {@code file: message}. */
  @Override
  public String toString() {
    return file + ": " + message;
  }
}
