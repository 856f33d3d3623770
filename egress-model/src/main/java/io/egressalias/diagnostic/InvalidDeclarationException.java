package io.egressalias.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a declaration with errors is to be rendered. The findings are serialized with it. */
public final class InvalidDeclarationException extends RuntimeException {
  private static final long serialVersionUID = 2L;

  private final ArrayList<SerializedDiagnostic> findings = new ArrayList<>();

  /** Creates an exception with all findings, errors and others. */
  public InvalidDeclarationException(List<Diagnostic> diagnostics) {
    super(
        diagnostics.stream()
            .filter(d -> d.severity() == Severity.ERROR)
            .map(Diagnostic::toString)
            .collect(Collectors.joining("\n")));
    for (Diagnostic diagnostic : diagnostics) {
      findings.add(SerializedDiagnostic.of(diagnostic));
    }
  }

  /** Returns all findings, errors and others. */
  public List<Diagnostic> diagnostics() {
    return findings.stream().map(SerializedDiagnostic::diagnostic).toList();
  }
}
