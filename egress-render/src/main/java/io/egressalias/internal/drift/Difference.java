package io.egressalias.internal.drift;

/**
 * A difference between committed files and rendered manifests.
 *
 * @param kind the kind of difference
 * @param file the name of the file, as the user gave it
 * @param message a description without a full stop
 * @param diff a unified diff from the committed to the rendered text, with a newline at the end;
 *     empty if it would add no information
 */
public record Difference(Kind kind, String file, String message, String diff) {
  /** The kind of difference of a file, or of an object in a file. */
  public enum Kind {
    /** Rendered, but not committed. */
    MISSING,
    /** Committed, but no declaration renders it any more. */
    LEFT_OVER,
    /**
     * Committed and looks like a rendered object, but its declaration is unknown. Rendering does
     * not change it.
     */
    STRAY,
    /** Committed, but different from what is rendered. */
    CHANGED,
    /** Committed more than once. */
    DUPLICATE,
    /** Committed, but unreadable. */
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
