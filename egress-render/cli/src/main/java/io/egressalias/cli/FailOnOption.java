package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import picocli.CommandLine.Option;

/** Which findings make a run fail. */
final class FailOnOption {
  /** A severity that can make a run fail; what is good to know cannot. */
  enum Threshold {
    error,
    warning
  }

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "least severity that fails the run: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
  private Threshold threshold = Threshold.error;

  /** Returns the exit status that findings call for. */
  int status(Compilation compilation) {
    if (compilation.diagnostics().stream().anyMatch(d -> d.rule() == Rule.CONTRADICTING_OPTION)) {
      return ExitStatus.FAILURE;
    }
    Severity least = threshold == Threshold.error ? Severity.ERROR : Severity.WARNING;
    return compilation.has(least) ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }
}
