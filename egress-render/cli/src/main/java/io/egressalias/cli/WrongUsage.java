package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints a short message about wrong usage, with a suggestion. */
final class WrongUsage implements IParameterExceptionHandler {
  private final Terminal terminal;

  WrongUsage(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    ParameterException e = misspelled(thrown);
    CommandLine command = e.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    terminal.complain(
        message(e)
            + meant(e)
            + "Usage: "
            + new Help(command.getCommandSpec(), Help.Ansi.OFF).abbreviatedSynopsis().strip()
            + "; `"
            + name
            + " --help` tells more\n");
    return ExitStatus.FAILURE;
  }

  /** A missing option is probably present, but misspelled. */
  private static ParameterException misspelled(ParameterException e) {
    List<String> unmatched = e.getCommandLine().getUnmatchedArguments();
    return e instanceof MissingParameterException
            && unmatched.stream().anyMatch(word -> word.startsWith("--"))
        ? new UnmatchedArgumentException(e.getCommandLine(), unmatched)
        : e;
  }

  private static String message(ParameterException e) {
    boolean isVerb =
        e instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && !e.getCommandLine().getSubcommands().isEmpty();
    return isVerb
        ? line("Unknown verb: '" + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "'")
        : line(String.valueOf(e.getMessage()));
  }

  /** Escapes the message, because it contains arguments. */
  private static String line(String message) {
    return Printable.line(message) + "\n";
  }

  private static String meant(ParameterException e) {
    List<String> suggestions =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return suggestions.isEmpty() ? "" : "Did you mean `" + suggestions.get(0) + "`?\n";
  }
}
