package io.egressalias.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** Names of files that a test makes. */
public final class Names {
  private Names() {}

  /** Skips the test where the locale has no such name. */
  public static void require(String name) {
    try {
      Assertions.assertEquals(name, Path.of(name).toString());
    } catch (InvalidPathException e) {
      Assumptions.abort("this locale has no such name of a file; set LC_ALL=C.UTF-8");
    }
  }
}
