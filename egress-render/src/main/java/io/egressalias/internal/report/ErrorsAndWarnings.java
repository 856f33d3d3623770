package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** Errors and warnings. Only {@code egress lint} also shows findings of severity info. */
public final class ErrorsAndWarnings {
  private ErrorsAndWarnings() {}

  /** Returns the errors and warnings among findings. */
  public static List<Diagnostic> of(List<Diagnostic> findings) {
    List<Diagnostic> grave = new ArrayList<>(findings.size());
    for (Diagnostic finding : findings) {
      if (includes(finding)) {
        grave.add(finding);
      }
    }
    return grave;
  }

  /** Returns whether a finding is an error or a warning. */
  public static boolean includes(Diagnostic finding) {
    return finding.severity() != Severity.INFO;
  }
}
