package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.UsualArguments;
import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.diagnostic.Printable;
import io.egressalias.internal.files.Failure;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.Optional;

/** Runs a verb of the command. */
final class Egress {
  private Egress() {}

  /** Runs the command and returns its exit status. */
  static int run(String[] args, Terminal terminal) {
    try {
      return started(args, terminal);
    } catch (Exception e) {
      return fail(e, terminal);
    } catch (OutOfMemoryError e) {
      return fail(e, terminal);
    }
  }

  /** Loads picocli only for arguments whose form is not usual, and for help. */
  private static int started(String[] args, Terminal terminal) throws IOException {
    if (args.length == 0 || !Verbs.NAMES.contains(args[0])) {
      return Picocli.run(args, terminal);
    }
    Verb verb = Verbs.of(args[0], terminal);
    Optional<Arguments> arguments = UsualArguments.of(verb.usage(), args);
    if (arguments.isEmpty()) {
      return Picocli.run(args, terminal);
    }
    try {
      return verb.run(arguments.get());
    } catch (WrongArgument e) {
      return Picocli.refuse(args[0], e, terminal);
    }
  }

  static int fail(OutOfMemoryError e, Terminal terminal) {
    terminal.complain(
        "egress: out of memory. Split the input into several files, or set"
            + " `JAVA_TOOL_OPTIONS=-Xmx1g`.\n");
    return ExitStatus.FAILURE;
  }

  static int fail(Exception e, Terminal terminal) {
    if (e instanceof InvalidPathException wrong) {
      return fail(Failure.of(wrong), terminal);
    }
    if (e instanceof InvalidOverrideException wrong) {
      return fail(new Failure(String.valueOf(wrong.getMessage())), terminal);
    }
    if (!(e instanceof Failure)) {
      terminal.complain(
          "egress: internal error, please report it: "
              + Printable.line(e.toString())
              + " at "
              + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "?")
              + "\n");
    } else if (!String.valueOf(e.getMessage()).isEmpty()) {
      terminal.complain("egress: " + Printable.line(String.valueOf(e.getMessage())) + ".\n");
    }
    return ExitStatus.FAILURE;
  }
}
