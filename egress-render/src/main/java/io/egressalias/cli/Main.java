package io.egressalias.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;

/** Where the virtual machine starts the command. */
public final class Main {
  private Main() {}

  /** Runs the command and ends the virtual machine with its exit status. */
  @SuppressWarnings("SystemExitOutsideMain")
  public static void main(String[] args) {
    // Not System.out: it turns a closed pipe into silence, and letters into the platform's.
    Terminal terminal =
        new Terminal(
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            Path.of(""));
    System.exit(Egress.run(args, terminal));
  }
}
