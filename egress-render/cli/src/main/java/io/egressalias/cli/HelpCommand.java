package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.Words;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verb {@code help}: prints the same text as the option {@code --help} of a verb. */
final class HelpCommand implements Verb {
  private static final Usage USAGE =
      new Usage(
          "help",
          List.of("Prints the help of a command."),
          Optional.of(
              new Parameter(
                  "COMMAND",
                  0,
                  1,
                  Words.NONE,
                  "a command, such as render; without it, all commands are listed")),
          List.of(),
          List.of(),
          "",
          List.of("egress help", "egress help render"));

  private final Terminal terminal;

  HelpCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public int run(Arguments arguments) {
    CommandLine egress = Picocli.egress(terminal);
    Optional<String> verb = arguments.parameter();
    CommandLine command = verb.isEmpty() ? egress : egress.getSubcommands().get(verb.get());
    if (command == null) {
      return new WrongUsage(terminal)
          .handleParseException(
              new UnmatchedArgumentException(egress, List.of(verb.orElse(""))), new String[0]);
    }
    terminal.print(command.getUsageMessage());
    return ExitStatus.DONE;
  }
}
