package io.egressalias.diagnostic;

import org.jspecify.annotations.Nullable;

/**
 * A location in a text.
 *
 * @param file the name of the text, as the user gave it
 * @param line from 1
 * @param column from 1, counted in characters (code points)
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceLocation that
        && line == that.line
        && column == that.column
        && file.equals(that.file);
  }

  @Override
  public int hashCode() {
    return (file.hashCode() * 31 + line) * 31 + column;
  }

  @Override
  public int compareTo(SourceLocation other) {
    if (!file.equals(other.file)) {
      return file.compareTo(other.file);
    }
    return line == other.line
        ? Integer.compare(column, other.column)
        : Integer.compare(line, other.line);
  }

  /** Returns {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
