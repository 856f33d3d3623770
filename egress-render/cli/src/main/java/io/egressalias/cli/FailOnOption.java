package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.compile.Compilation;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.util.List;

/**
 * The option for the lowest severity that makes a run fail.
 *
 * @param least the lowest severity that makes a run fail; infos cannot
 */
record FailOnOption(Severity least) {
  static final Option OPTION =
      Option.word(
          "--fail-on",
          "SEVERITY",
          List.of("error", "warning"),
          "least severity that fails the run: ${COMPLETION-CANDIDATES}. Default:"
              + " ${DEFAULT-VALUE}");

  static FailOnOption of(Arguments arguments) {
    return new FailOnOption(
        arguments.word(OPTION).equals("error") ? Severity.ERROR : Severity.WARNING);
  }

  /** Returns the exit status for the findings. */
  int status(Compilation compilation) {
    return status(compilation.diagnostics());
  }

  /** Returns the exit status for findings. */
  int status(List<Diagnostic> findings) {
    int status = ExitStatus.DONE;
    for (Diagnostic finding : findings) {
      if (finding.rule() == Rule.CONTRADICTING_OPTION) {
        return ExitStatus.FAILURE;
      }
      if (finding.severity().compareTo(least) >= 0) {
        status = ExitStatus.FINDINGS;
      }
    }
    return status;
  }
}
