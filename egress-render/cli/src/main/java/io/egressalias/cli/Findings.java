package io.egressalias.cli;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.report.Repetitions;
import io.egressalias.report.TextReport;
import java.util.List;
import java.util.stream.Collectors;

/** Findings as the command prints them. */
final class Findings {
  private Findings() {}

  /** Reads declarations, and tells of what somebody has to do something about. */
  static Validated<Declarations> read(
      Terminal terminal, List<Source> sources, Assumptions assumptions) {
    Validated<Declarations> read = DeclarationReader.read(sources, assumptions);
    terminal.complain(print(sources, grave(read.diagnostics())));
    return read;
  }

  /** Leaves out what is good to know, which is for {@code lint}, and what was said before. */
  static List<Diagnostic> grave(List<Diagnostic> diagnostics) {
    return Repetitions.without(
        diagnostics.stream().filter(d -> d.severity() != Severity.INFO).toList());
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
