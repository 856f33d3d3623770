package io.egressalias.cli;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.report.FindingCount;
import io.egressalias.internal.report.GithubReport;
import io.egressalias.internal.report.JsonReport;
import io.egressalias.internal.report.SarifReport;
import io.egressalias.internal.text.PrettyJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * All findings of a run, in the format of the option.
 *
 * @param colored whether text has the colors of a terminal
 */
record FindingReport(List<Source> sources, List<Diagnostic> diagnostics, boolean colored) {

  /** Writes the findings one after another. */
  void write(FindingFormat format, Appendable out) throws IOException {
    switch (format) {
      case json -> json(out);
      case sarif -> sarif(out);
      case github -> GithubReport.write(diagnostics, out);
      case text -> text(out);
    }
  }

  private void text(Appendable out) throws IOException {
    if (!diagnostics.isEmpty()) {
      FindingPrinter.report(sources, colored).write(diagnostics, out);
    }
    out.append(FindingCount.of(diagnostics)).append('\n').append(explanation());
  }

  /** Returns the command that explains the first of the most severe findings. */
  private String explanation() {
    return diagnostics.stream()
        .max(Comparator.comparing(Diagnostic::severity))
        .map(finding -> "For the reason, run: egress explain " + finding.rule().code() + "\n")
        .orElse("");
  }

  private void json(Appendable out) throws IOException {
    ObjectNode report = JsonReport.frame();
    PrettyJson.write(report, JsonReport.findings(report), JsonReport.findings(diagnostics), out);
  }

  private void sarif(Appendable out) throws IOException {
    ObjectNode log = SarifReport.frame(diagnostics, Version.number());
    PrettyJson.write(log, SarifReport.results(log), SarifReport.results(diagnostics), out);
  }
}
