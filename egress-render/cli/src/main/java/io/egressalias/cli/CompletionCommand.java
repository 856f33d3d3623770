package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.Words;
import java.util.List;
import java.util.Optional;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The verb {@code completion}: prints a completion script for a shell. */
final class CompletionCommand implements Verb {
  private static final Usage USAGE =
      new Usage(
          "completion",
          List.of("Prints a shell script that completes commands and options."),
          Optional.of(
              new Parameter(
                  "SHELL",
                  1,
                  1,
                  Words.closed("bash", "zsh", "fish"),
                  "the shell: ${COMPLETION-CANDIDATES}")),
          List.of(),
          List.of(),
          "",
          List.of(
              "source <(egress completion bash)",
              "source <(egress completion zsh)",
              "egress completion fish | source"));

  private final Terminal terminal;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    CommandLine egress = Picocli.egress(terminal);
    // The script for bash supports zsh as well.
    terminal.print(
        arguments.parameters().contains("fish")
            ? FishCompletion.of(egress.getCommandSpec())
            : AutoComplete.bash(egress.getCommandName(), egress));
    return ExitStatus.DONE;
  }
}
