package io.egressalias.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kubectl on the PATH. Without it tests are skipped, or fail if the environment variable {@code
 * EGRESS_REQUIRE_TOOLS} is {@code true}.
 */
final class Kubectl {
  private final Path command;
  private final Path directory;

  private Kubectl(Path command, Path directory) {
    this.command = command;
    this.directory = directory;
  }

  /**
   * Finds kubectl.
   *
   * @param directory a directory for its cache
   */
  static Kubectl find(Path directory) {
    Optional<Path> command =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
            .map(entry -> Path.of(entry, "kubectl"))
            .filter(Files::isExecutable)
            .findFirst();
    if (command.isEmpty()) {
      String missing = "there is no kubectl on the PATH";
      if (Boolean.parseBoolean(System.getenv("EGRESS_REQUIRE_TOOLS"))) {
        fail(missing + ", and EGRESS_REQUIRE_TOOLS=true");
      }
      Assumptions.abort(missing + ": what it reads is not compared");
    }
    return new Kubectl(command.orElseThrow(), directory);
  }

  /** Converts objects from YAML to JSON; does not contact a cluster. */
  JsonNode read(String yaml) throws IOException, InterruptedException {
    Path in = Files.writeString(directory.resolve("in.yaml"), yaml);
    Path out = directory.resolve("out.json");
    Path err = directory.resolve("err.txt");
    List<String> line = new ArrayList<>();
    line.add(command.toString());
    line.addAll(List.of("annotate", "--local", "-f", in.toString(), "read=back", "-o", "json"));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("KUBECONFIG", directory.resolve("none").toString());
    Process process = builder.start();
    assertTrue(process.waitFor(30, TimeUnit.MINUTES), "kubectl does not come to an end");
    assertEquals(0, process.exitValue(), () -> text(err));
    return JsonMapper.shared().readTree(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
