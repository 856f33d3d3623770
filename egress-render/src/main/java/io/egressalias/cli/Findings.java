package io.egressalias.cli;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.report.TextReport;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as the command prints them. */
final class Findings {
  private Findings() {}

  /** Tells of what somebody has to do something about; what is good to know is for {@code lint}. */
  static void complain(Terminal terminal, List<Source> sources, List<Diagnostic> diagnostics) {
    List<Diagnostic> grave =
        diagnostics.stream().filter(d -> d.severity() != Severity.INFO).toList();
    terminal.complain(print(sources, grave));
  }

  static String print(List<Source> sources, List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty()) {
      return "";
    }
    TextReport report =
        new TextReport(
            sources.stream()
                .collect(Collectors.toMap(Source::name, Source::text, (first, second) -> first)));
    return report.print(diagnostics);
  }
}
