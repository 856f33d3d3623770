package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The committed output of a program. */
final class Expectation {
  /**
   * Rewrites the committed output. The run fails nevertheless, so that a person reviews the change.
   */
  private static final boolean UPDATE = Boolean.getBoolean("egress.update");

  private Expectation() {}

  static void assertSame(Path expected, String text) throws IOException {
    if (UPDATE && !(Files.exists(expected) && Files.readString(expected).equals(text))) {
      Files.writeString(expected, text);
      fail(expected + " is rewritten. Look at `git diff`, then run without -Degress.update");
    }
    assertEquals(
        Files.readString(expected), text, "if this is meant, run with -Degress.update=true");
  }
}
