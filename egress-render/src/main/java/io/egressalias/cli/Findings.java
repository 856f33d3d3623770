package io.egressalias.cli;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.report.TextReport;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as the command prints them. */
final class Findings {
  private Findings() {}

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
