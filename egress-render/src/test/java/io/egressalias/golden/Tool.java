package io.egressalias.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** An external program that a test needs. */
public final class Tool {
  private Tool() {}

  /** The output and the exit status of a program. */
  public record Result(String out, String err, int status) {}

  /**
   * Returns the file that an environment variable names. Without the variable the test is skipped,
   * or fails if {@code EGRESS_REQUIRE_TOOLS} is {@code true}, so that a missing tool cannot make a
   * build pass.
   */
  public static Path at(String variable) {
    Optional<String> value = Optional.ofNullable(System.getenv(variable)).filter(v -> !v.isEmpty());
    if (value.isEmpty()) {
      String missing = variable + " is not set";
      if (Boolean.parseBoolean(System.getenv("EGRESS_REQUIRE_TOOLS"))) {
        Assertions.fail(missing);
      }
      Assumptions.abort(missing);
    }
    Path file = Path.of(value.orElseThrow()).toAbsolutePath();
    Assertions.assertTrue(Files.isRegularFile(file), variable + " names no file: " + file);
    return file;
  }

  /** Runs a program to its end, with variables added to the environment. */
  public static Result run(List<String> command, Map<String, String> environment) {
    try {
      Path out = Files.createTempFile("egress-tool", ".out");
      Path err = Files.createTempFile("egress-tool", ".err");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Result(Files.readString(out), Files.readString(err), status);
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
