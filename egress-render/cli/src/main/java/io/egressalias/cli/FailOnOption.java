package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import picocli.CommandLine.Option;

/** The option for the lowest severity that makes a run fail. */
final class FailOnOption {
  /** A severity that can make a run fail; infos cannot. */
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

  /** Returns the exit status for the findings. */
  int status(Compilation compilation) {
    if (compilation.diagnostics().stream().anyMatch(d -> d.rule() == Rule.CONTRADICTING_OPTION)) {
      return ExitStatus.FAILURE;
    }
    return compilation.has(least()) ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  /** Returns the least severity that makes a run fail. */
  Severity least() {
    return threshold == Threshold.error ? Severity.ERROR : Severity.WARNING;
  }
}
