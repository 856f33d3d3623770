package io.egressalias.internal.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** File names for tests. */
public final class Names {
  private Names() {}

  /** Skips the test if the locale cannot encode the name. */
  public static void require(String name) {
    try {
      Assertions.assertEquals(name, Path.of(name).toString());
    } catch (InvalidPathException e) {
      Assumptions.abort("this locale has no such name of a file; set LC_ALL=C.UTF-8");
    }
  }
}
