package io.egressalias.maven;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.RepeatedFindings;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/**
 * Logs findings in Maven's log, with locations in the format of the compiler, which IDEs turn into
 * links.
 */
final class FindingLog {
  private final Log log;

  FindingLog(Log log) {
    this.log = log;
  }

  void print(List<Diagnostic> findings) {
    for (Diagnostic finding : RepeatedFindings.without(findings)) {
      String line = line(finding);
      switch (finding.severity()) {
        case ERROR -> log.error(line);
        case WARNING -> log.warn(line);
        case INFO -> log.debug(line);
      }
    }
  }

  private static String line(Diagnostic finding) {
    String place =
        finding
            .location()
            .map(at -> "%s:[%s,%s]".formatted(at.file(), at.line(), at.column()))
            .orElseGet(() -> finding.path().toString());
    return Printable.line(
        "%s %s: %s. %s."
            .formatted(place, finding.rule().code(), finding.message(), finding.remedy()));
  }

  /** Returns the number of findings, such as {@code 2 errors and 1 warning}. */
  static String count(List<Diagnostic> findings) {
    List<Diagnostic> once = RepeatedFindings.without(findings);
    return count(once, Severity.ERROR) + " and " + count(once, Severity.WARNING);
  }

  private static String count(List<Diagnostic> findings, Severity severity) {
    long count = findings.stream().filter(finding -> finding.severity() == severity).count();
    return count + " " + severity.word() + (count == 1 ? "" : "s");
  }
}
