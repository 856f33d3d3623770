package io.egressalias.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where something with errors is to be rendered. */
public final class InvalidDeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** Makes an exception that carries all findings, errors and others. */
  public InvalidDeclarationException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Returns all findings. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
