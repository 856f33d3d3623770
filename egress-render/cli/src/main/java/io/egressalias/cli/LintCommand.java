package io.egressalias.cli;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.files.FileContent;
import io.egressalias.lint.Linting;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The verb {@code lint}: prints every finding about declarations and manifests. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {
      "Prints all findings of declarations, and of hand-written manifests of Kubernetes and Istio:"
          + " errors, warnings and infos. All inputs are one set. Objects of other kinds are no"
          + " finding.",
      ""
    },
    footerHeading =
        "%nExit status: 0 no errors; 1 errors, or warnings with --fail-on warning; 2 wrong usage,"
            + " or a file cannot be read.%n%nExamples:%n",
    footer = {
      "  egress lint egress.yaml",
      "  egress lint --istio 1.27 --kubernetes 1.34 k8s/",
      "  kustomize build overlays/production | egress lint --complete -",
      "  egress lint --fail-on warning --format github declarations/",
      "  egress lint --istio 1.27 --format sarif egress.yaml > egress.sarif"
    })
final class LintCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private LintParameters files = new LintParameters();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "output format: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private FindingFormat format = FindingFormat.text;

  @Mixin private ColorOption color = new ColorOption();

  @Mixin private FailOnOption failOn = new FailOnOption();

  @Option(
      names = "--complete",
      description =
          "the manifests are all that the cluster has, so that a missing object is an error and not"
              + " a warning")
  private boolean complete;

  @Mixin private PlatformOptions platform = new PlatformOptions();

  @Mixin private OverrideOptions overrides = new OverrideOptions();

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Linting linting =
        Linting.of(
            files.read(terminal),
            platform.assumptions(terminal),
            overrides.overrides(),
            platform.lintOptions(complete));
    print(linting.sources(), linting.diagnostics());
    return failOn.status(linting.diagnostics());
  }

  private void print(List<Source> sources, List<Diagnostic> diagnostics) {
    FindingReport report = new FindingReport(sources, diagnostics, color.onOutput(terminal));
    terminal.print((FileContent) out -> report.write(format, out));
  }
}
