package io.egressalias.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where the virtual machine starts the command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the virtual machine with its exit status. */
  public static void main(String[] args) {
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    // Standard output is for manifests. Whatever else might write there is sent away from it; and
    // System.out would turn a closed pipe into silence, and letters into the platform's.
    System.setOut(new PrintStream(err, true, StandardCharsets.UTF_8));
    Terminal terminal =
        new Terminal(System.in, new FileOutputStream(FileDescriptor.out), err, Path.of(""));
    System.exit(run(args, terminal));
  }

  private static int run(String[] args, Terminal terminal) {
    if (args.length == 1 && System.getenv(Plugin.LEGACY) != null) {
      return new Plugin(terminal).legacy(args[0]);
    }
    // The launcher asks for help where standard input is a terminal.
    return args.length == 0 ? new Plugin(terminal).function() : Egress.run(args, terminal);
  }
}
