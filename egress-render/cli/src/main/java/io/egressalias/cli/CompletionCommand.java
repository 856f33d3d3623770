package io.egressalias.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code completion}: prints a completion script for a shell. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {"Prints a script that lets a shell complete verbs and options.", ""},
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(egress completion bash)",
      "  source <(egress completion zsh)",
      "  egress completion fish | source"
    })
final class CompletionCommand implements Callable<Integer> {
  /** The supported shells. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
  private @Nullable Shell shell;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CommandLine egress = spec.root().commandLine();
    // The script for bash supports zsh as well.
    terminal.print(
        shell == Shell.fish
            ? FishCompletion.of(egress.getCommandSpec())
            : AutoComplete.bash(egress.getCommandName(), egress));
    return ExitStatus.DONE;
  }
}
