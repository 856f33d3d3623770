package io.egressalias.cli;

import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.List;
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
    return status(compilation.diagnostics());
  }

  /** Returns the exit status for findings. */
  int status(List<Diagnostic> findings) {
    if (findings.stream().anyMatch(d -> d.rule() == Rule.CONTRADICTING_OPTION)) {
      return ExitStatus.FAILURE;
    }
    boolean fails = findings.stream().anyMatch(d -> d.severity().compareTo(least()) >= 0);
    return fails ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  /** Returns the least severity that makes a run fail. */
  Severity least() {
    return threshold == Threshold.error ? Severity.ERROR : Severity.WARNING;
  }
}
