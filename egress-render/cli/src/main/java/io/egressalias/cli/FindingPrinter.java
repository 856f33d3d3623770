package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.RepeatedFindings;
import io.egressalias.internal.report.TextReport;
import java.util.List;
import java.util.stream.Collectors;

/** Prints findings. */
final class FindingPrinter {
  /**
   * The maximum number of printed findings; users correct the first ones and run the command again.
   */
  private static final int MOST = 10_000;

  private FindingPrinter() {}

  /** Compiles declarations, and prints the errors and warnings. */
  static Compilation compiled(Terminal terminal, List<Source> sources, Assumptions assumptions) {
    Compilation compilation = Compilation.of(sources, assumptions);
    List<Diagnostic> grave = grave(compilation.diagnostics());
    terminal.complain(print(sources, grave.subList(0, Math.min(grave.size(), MOST))));
    if (grave.size() > MOST) {
      terminal.complain("egress: there is more to be said; `egress lint` says all of it.\n");
    }
    return compilation;
  }

  /** Removes infos, which only {@code lint} prints, and repeated findings. */
  private static List<Diagnostic> grave(List<Diagnostic> diagnostics) {
    return RepeatedFindings.without(
        diagnostics.stream().filter(d -> d.severity() != Severity.INFO).toList());
  }

  private static String print(List<Source> sources, List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty() ? "" : report(sources).print(diagnostics);
  }

  /** Returns a report that shows the lines of sources. */
  static TextReport report(List<Source> sources) {
    return new TextReport(
        sources.stream()
            .collect(Collectors.toMap(Source::name, Source::text, (first, second) -> first)));
  }
}
