package io.egressalias.internal.report;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.util.List;

/** The number of findings of each severity, as text. A repeated finding counts once. */
public final class FindingCount {
  private FindingCount() {}

  /** Returns {@code 2 errors, 1 warning, 0 infos}. */
  public static String of(List<Diagnostic> findings) {
    return ofErrorsAndWarnings(findings)
        + ", "
        + count(RepeatedFindings.without(findings), Severity.INFO);
  }

  /** Returns {@code 2 errors, 1 warning}. */
  public static String ofErrorsAndWarnings(List<Diagnostic> findings) {
    List<Diagnostic> once = RepeatedFindings.without(findings);
    return count(once, Severity.ERROR) + ", " + count(once, Severity.WARNING);
  }

  private static String count(List<Diagnostic> findings, Severity severity) {
    int count = 0;
    for (Diagnostic finding : findings) {
      if (finding.severity() == severity) {
        count++;
      }
    }
    return count + " " + severity.word() + (count == 1 ? "" : "s");
  }
}
