package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.text.Suggestions;
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
            + "\nRun `"
            + name
            + " --help` for all options.\n");
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
    return isVerb(e)
        ? line("Unknown command: '" + ((UnmatchedArgumentException) e).getUnmatched().get(0) + "'")
        : line(String.valueOf(e.getMessage()));
  }

  private static boolean isVerb(ParameterException e) {
    return e instanceof UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !e.getCommandLine().getSubcommands().isEmpty();
  }

  /** Escapes the message, because it contains arguments. */
  private static String line(String message) {
    return Printable.line(message) + "\n";
  }

  private static String meant(ParameterException e) {
    if (!(e instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    // The suggestions of picocli include verbs that have only letters in common.
    List<String> suggestions =
        isVerb(e)
            ? Suggestions.of(
                    unmatched.getUnmatched().get(0), e.getCommandLine().getSubcommands().keySet())
                .stream()
                .toList()
            : unmatched.getSuggestions();
    return suggestions.isEmpty() ? "" : "Did you mean `" + suggestions.get(0) + "`?\n";
  }
}
