package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Usage;
import io.egressalias.declaration.Overrides;
import io.egressalias.internal.files.FileContent;
import io.egressalias.lint.Linting;
import java.util.List;

/** The verb {@code lint}: prints every finding about declarations and manifests. */
final class LintCommand implements Verb {
  private static final Option COMPLETE =
      Option.flag(
          "--complete",
          "the manifests are all that the cluster has, so that a missing object is an"
              + " error and not"
              + " a warning");

  private static final Usage USAGE =
      new Usage(
          "lint",
          List.of(
              "Prints all findings of declarations, and of hand-written manifests of"
                  + " Kubernetes and Istio:"
                  + " errors, warnings and infos. All inputs are one set. Objects of other kinds are no"
                  + " finding."),
          FileParameters.MANIFESTS,
          Option.all(
              List.of(FindingFormat.OPTION, ColorOption.OPTION, FailOnOption.OPTION, COMPLETE),
              PlatformOptions.ALL,
              List.of(OverrideOptions.SET)),
          List.of(),
          "0 no errors; 1 errors, or warnings with --fail-on warning; 2 wrong usage, or"
              + " a file cannot be read.",
          List.of(
              "egress lint egress.yaml",
              "egress lint --istio 1.27 --kubernetes 1.34 k8s/",
              "kustomize build overlays/production | egress lint --complete -",
              "egress lint --fail-on warning --format github declarations/",
              "egress lint --istio 1.27 --format sarif egress.yaml > egress.sarif"));

  private final Terminal terminal;

  LintCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    PlatformOptions platform = PlatformOptions.of(arguments);
    Overrides overrides = OverrideOptions.of(arguments);
    Linting linting =
        Linting.of(
            FileParameters.declarationsAndManifests(arguments, terminal),
            platform.assumptions(terminal),
            overrides,
            platform.lintOptions(arguments.has(COMPLETE)));
    FindingReport report =
        new FindingReport(
            linting.sources(), linting.diagnostics(), ColorOption.of(arguments).onOutput(terminal));
    FindingFormat format = FindingFormat.of(arguments);
    terminal.print((FileContent) out -> report.write(format, out));
    return FailOnOption.of(arguments).status(linting.diagnostics());
  }
}
