package io.egressalias.diagnostic;

import java.util.List;

/**
 * A value and everything that was found about it. With errors the value is as far as it could be
 * read, good for looking at and not for rendering.
 *
 * @param value what was read or built
 * @param diagnostics the findings, in the order of their places
 * @param <T> the type of the value
 */
public record Validated<T>(T value, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public Validated {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Returns whether a finding is at least this grave. */
  public boolean has(Severity severity) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity().compareTo(severity) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the value, if there is no error.
   *
   * @throws InvalidDeclarationException if there is one
   */
  public T orThrow() {
    if (has(Severity.ERROR)) {
      throw new InvalidDeclarationException(diagnostics);
    }
    return value;
  }
}
