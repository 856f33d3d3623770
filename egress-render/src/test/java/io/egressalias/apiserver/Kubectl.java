package io.egressalias.apiserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs kubectl against the API server whose kubeconfig {@code EGRESS_KUBECONFIG} names. */
final class Kubectl {
  private static final String KUBECONFIG = "EGRESS_KUBECONFIG";

  private final String kubeconfig;

  private Kubectl(String kubeconfig) {
    this.kubeconfig = kubeconfig;
  }

  /** The output of a command. */
  record Result(int status, String out, String err) {
    Result ok() {
      assertEquals(0, status, () -> out + err);
      return this;
    }
  }

  /** Skips the test without an API server, unless the environment requires one. */
  static Kubectl find() {
    String kubeconfig = System.getenv(KUBECONFIG);
    if (Boolean.parseBoolean(System.getenv("EGRESS_REQUIRE_TOOLS"))) {
      assertTrue(kubeconfig != null, KUBECONFIG + " is not set, and tools are required");
    }
    assumeTrue(kubeconfig != null, "skipped: " + KUBECONFIG + " names no API server");
    return new Kubectl(String.valueOf(kubeconfig));
  }

  Result run(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("kubectl"));
    command.addAll(List.of(arguments));
    return execute(input, command);
  }

  /** Runs a shell script in which {@code kubectl} uses the API server. */
  Result script(String script) {
    return execute(script, List.of("sh"));
  }

  private Result execute(String input, List<String> command) {
    try {
      Path out = Files.createTempFile("kubectl", ".out");
      Path err = Files.createTempFile("kubectl", ".err");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().put("KUBECONFIG", kubeconfig);
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      Process process = builder.start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      }
      int status = process.waitFor();
      Result result = new Result(status, Files.readString(out), Files.readString(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
