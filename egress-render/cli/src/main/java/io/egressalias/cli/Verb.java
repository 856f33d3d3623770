package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Usage;
import java.io.IOException;

/** A verb of the command, such as {@code render}. */
interface Verb {
  /** Returns what the verb accepts. */
  Usage usage();

  /**
   * Runs the verb and returns its exit status.
   *
   * @throws io.egressalias.cli.usage.WrongArgument if an argument is wrong
   */
  int run(Arguments arguments) throws IOException;
}
