package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.report.FindingCount;
import io.egressalias.internal.report.GithubReport;
import io.egressalias.internal.report.JsonReport;
import io.egressalias.internal.report.SarifReport;
import io.egressalias.internal.report.TextReport;
import io.egressalias.internal.text.PrettyJson;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** The verb {@code lint}: prints every finding about declarations. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {"Prints all findings of the declarations: errors, warnings and infos.", ""},
    footerHeading =
        "%nExit status: 0 no errors; 1 errors, or warnings with --fail-on warning; 2 wrong usage, or"
            + " a file cannot be read.%n%nExamples:%n",
    footer = {
      "  egress lint egress.yaml",
      "  egress lint --fail-on warning --format github declarations/",
      "  egress lint --istio 1.27 --format sarif egress.yaml > egress.sarif"
    })
final class LintCommand implements Callable<Integer> {
  /** The format of the findings. */
  enum Format {
    text,
    json,
    sarif,
    github
  }

  private final Terminal terminal;

  @Mixin private FileParameters files = new FileParameters();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Compilation compilation =
        Compilation.of(files.read(terminal), platform.assumptions(terminal), overrides.overrides());
    print(compilation.sources(), compilation.diagnostics());
    return failOn.status(compilation);
  }

  private void print(List<Source> sources, List<Diagnostic> diagnostics) {
    switch (format) {
      case json -> terminal.print((FileContent) out -> writeJson(diagnostics, out));
      case sarif -> terminal.print((FileContent) out -> writeSarif(diagnostics, out));
      case github -> terminal.print((FileContent) out -> GithubReport.write(diagnostics, out));
      case text -> {
        if (!diagnostics.isEmpty()) {
          TextReport report = FindingPrinter.report(sources, color.onOutput(terminal));
          terminal.print((FileContent) out -> report.write(diagnostics, out));
        }
        terminal.print(FindingCount.of(diagnostics) + "\n");
        terminal.print(explanation(diagnostics));
      }
    }
  }

  /** Returns the command that explains the first of the most severe findings. */
  private static String explanation(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .max(Comparator.comparing(Diagnostic::severity))
        .map(finding -> "For the reason, run: egress explain " + finding.rule().code() + "\n")
        .orElse("");
  }

  private static void writeJson(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    ObjectNode report = JsonReport.frame();
    PrettyJson.write(report, JsonReport.findings(report), JsonReport.findings(diagnostics), out);
  }

  private static void writeSarif(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    ObjectNode log = SarifReport.frame(diagnostics, Egress.Version.number());
    PrettyJson.write(log, SarifReport.results(log), SarifReport.results(diagnostics), out);
  }
}
