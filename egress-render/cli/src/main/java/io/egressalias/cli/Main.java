package io.egressalias.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The entry point of the command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the virtual machine with its exit status. */
  public static void main(String[] args) {
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // Standard output is reserved for manifests, so other output goes to standard error. System.out
    // is not used for manifests, because it ignores write errors and uses the charset of the
    // platform.
    System.setOut(new PrintStream(err, true, StandardCharsets.UTF_8));
    Terminal terminal =
        new Terminal(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            err,
            Path.of(""),
            Interactive.of(System.getProperty(Interactive.PROPERTY)));
    // Without hooks and with written streams, exit does no more; since Java 21 it looks for a
    // logger
    // first, which takes a third of the time of an empty program.
    Runtime.getRuntime().halt(run(args, terminal));
  }

  private static int run(String[] args, Terminal terminal) {
    if (args.length == 1 && System.getenv(Plugin.LEGACY) != null) {
      return new Plugin(terminal).legacy(args[0]);
    }
    // The launcher prints the help if standard input is a terminal.
    return args.length == 0 ? new Plugin(terminal).function() : Egress.run(args, terminal);
  }
}
