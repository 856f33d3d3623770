package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.files.FileContent;
import io.egressalias.internal.report.GithubReport;
import io.egressalias.internal.report.JsonReport;
import io.egressalias.internal.report.RepeatedFindings;
import io.egressalias.internal.report.SarifReport;
import io.egressalias.internal.report.TextReport;
import io.egressalias.internal.text.PrettyJson;
import java.io.IOException;
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
    description = {
      "Prints every finding of every document: errors, warnings, and what is good to know.",
      ""
    },
    footerHeading =
        "%nExit status: 0 no errors; 1 errors, or warnings with --fail-on warning; 2 wrong usage, or"
            + " a file that cannot be read.%n%nExamples:%n",
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
      description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Format format = Format.text;

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Mixin private PlatformOptions platform = new PlatformOptions();

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Compilation compilation = Compilation.of(files.read(terminal), platform.assumptions());
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
          TextReport report = FindingPrinter.report(sources);
          terminal.print((FileContent) out -> report.write(diagnostics, out));
        }
        terminal.print(summary(RepeatedFindings.without(diagnostics)));
      }
    }
  }

  private static void writeJson(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    ObjectNode report = JsonReport.frame();
    PrettyJson.write(report, JsonReport.findings(report), JsonReport.findings(diagnostics), out);
  }

  private static void writeSarif(List<Diagnostic> diagnostics, Appendable out) throws IOException {
    ObjectNode log = SarifReport.frame(diagnostics, Egress.Version.number());
    PrettyJson.write(log, SarifReport.results(log), SarifReport.results(diagnostics), out);
  }

  private static String summary(List<Diagnostic> diagnostics) {
    return "%s errors, %s warnings, %s infos\n"
        .formatted(
            count(diagnostics, Severity.ERROR),
            count(diagnostics, Severity.WARNING),
            count(diagnostics, Severity.INFO));
  }

  private static long count(List<Diagnostic> diagnostics, Severity severity) {
    return diagnostics.stream().filter(d -> d.severity() == severity).count();
  }
}
