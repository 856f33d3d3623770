package io.egressalias.cli.usage;

import java.io.Serial;

/** An argument that a verb refuses. The message says what is expected. */
public final class WrongArgument extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public WrongArgument(String message) {
    super(message);
  }
}
