package io.egressalias.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verb {@code help}: prints the same text as the option {@code --help} of a verb. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    versionProvider = Egress.Version.class,
    description = {"Prints the help of a command.", ""},
    footerHeading = "%nExamples:%n",
    footer = {"  egress help", "  egress help render"})
final class HelpCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..1",
      description = "a command, such as render; without it, all commands are listed")
  private @Nullable String verb;

  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  HelpCommand() {}

  @Override
  public Integer call() {
    CommandLine egress = spec.root().commandLine();
    CommandLine command = verb == null ? egress : egress.getSubcommands().get(verb);
    if (command == null) {
      throw new UnmatchedArgumentException(egress, List.of(String.valueOf(verb)));
    }
    command.usage(egress.getOut());
    return ExitStatus.DONE;
  }
}
