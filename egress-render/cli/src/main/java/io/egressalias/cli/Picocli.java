package io.egressalias.cli;

import io.egressalias.cli.usage.CommandModel;
import io.egressalias.cli.usage.Usage;
import io.egressalias.cli.usage.WrongArgument;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the command with picocli, which prints help, suggestions, and messages about arguments. */
final class Picocli {
  static final Usage EGRESS =
      new Usage(
          "egress",
          List.of(
              "Renders egress aliases as Kubernetes and Istio manifests. An egress alias gives an"
                  + " external service the DNS name of a local one. This command does not contact a"
                  + " cluster."),
          Optional.empty(),
          List.of(),
          List.of(),
          "",
          List.of(
              "egress render egress.yaml",
              "egress render egress.yaml | kubectl apply -f -",
              "egress render --help"));

  private Picocli() {}

  /** Runs the command and returns its exit status. */
  static int run(String[] args, Terminal terminal) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        egress(terminal)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .setParameterExceptionHandler(new WrongUsage(terminal))
            .setExecutionStrategy(given -> run(given, terminal))
            .execute(args);
    terminal.complain(err.toString());
    terminal.print(out.toString());
    return status;
  }

  private static int run(ParseResult given, Terminal terminal) {
    Integer helped = CommandLine.executeHelpRequest(given);
    if (helped != null) {
      return helped;
    }
    if (!given.hasSubcommand()) {
      throw new ParameterException(
          given.commandSpec().commandLine(), "Expected a command, such as `render`");
    }
    ParseResult ofVerb = given.subcommand();
    Verb verb = Verbs.of(ofVerb.commandSpec().name(), terminal);
    try {
      return verb.run(CommandModel.arguments(verb.usage(), ofVerb));
    } catch (WrongArgument e) {
      throw wrong(ofVerb.commandSpec().commandLine(), e);
    } catch (Exception e) {
      // Picocli would print a stack trace.
      return Egress.fail(e, terminal);
    }
  }

  /** Prints the message about an argument that a verb refuses, and returns the exit status. */
  static int refuse(String verb, WrongArgument refused, Terminal terminal) {
    CommandLine command = Objects.requireNonNull(egress(terminal).getSubcommands().get(verb));
    return new WrongUsage(terminal).handleParseException(wrong(command, refused), new String[0]);
  }

  private static ParameterException wrong(CommandLine command, WrongArgument refused) {
    return new ParameterException(command, String.valueOf(refused.getMessage()));
  }

  /** Returns the model of the command and all of its verbs. */
  static CommandLine egress(Terminal terminal) {
    IVersionProvider version = () -> new String[] {"egress " + Version.number()};
    CommandLine egress = new CommandLine(CommandModel.of(EGRESS, version));
    for (String name : Verbs.NAMES) {
      egress.addSubcommand(CommandModel.of(Verbs.of(name, terminal).usage(), version));
    }
    return egress;
  }
}
