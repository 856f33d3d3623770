package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.Parameter;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.Words;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verb {@code help}: prints the same text as the option {@code --help} of a verb. */
final class HelpCommand implements Verb {
  private static final Option MAN =
      Option.flag("--man", "print the manual page instead, in the format of man(1)");

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
          List.of(MAN),
          List.of(),
          "",
          List.of(
              "egress help", "egress help render", "egress help --man render > egress-render.1"));

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
    Optional<String> verb = arguments.parameter();
    if (verb.isPresent() && !Verbs.NAMES.contains(verb.get())) {
      return new WrongUsage(terminal)
          .handleParseException(
              new UnmatchedArgumentException(Picocli.egress(terminal), List.of(verb.get())),
              new String[0]);
    }
    if (arguments.has(MAN)) {
      terminal.print(verb.isPresent() ? manual(verb.get(), terminal) : manual(terminal));
    } else {
      terminal.print(help(verb));
    }
    return ExitStatus.DONE;
  }

  private String help(Optional<String> verb) {
    CommandLine egress = Picocli.egress(terminal);
    return verb.map(egress.getSubcommands()::get).orElse(egress).getUsageMessage();
  }

  /** Returns the manual page of the command. */
  static String manual(Terminal terminal) {
    return ManPage.ofCommand(
        Picocli.EGRESS,
        Verbs.NAMES.stream().map(name -> Verbs.of(name, terminal).usage()).toList());
  }

  /** Returns the manual page of a verb. */
  static String manual(String verb, Terminal terminal) {
    return ManPage.ofVerb(Verbs.of(verb, terminal).usage());
  }
}
