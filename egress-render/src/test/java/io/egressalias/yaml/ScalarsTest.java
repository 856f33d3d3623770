package io.egressalias.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every YAML reader reads the strings that were written, as keys and as values. */
final class ScalarsTest {
  /** Characters that a reader may treat as a line end, ignore, or refuse. */
  private static final Pattern RAW =
      Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF\\uFFFE\\uFFFF]");

  private static final Pattern SURROGATE_ESCAPE = Pattern.compile("\\\\u[dD][89abAB]");

  /** Hostile words that are legal as keys of annotations. */
  private static final List<String> HOSTILE_KEYS =
      List.of(
          "y",
          "n",
          "Y",
          "N",
          "yes",
          "No",
          "on",
          "OFF",
          "true",
          "False",
          "null",
          "NULL",
          "nan",
          "inf",
          "0",
          "80",
          "007",
          "0777",
          "0o17",
          "0x1F",
          "0b101",
          "1_000",
          "1.10",
          "1.30",
          "1e3",
          "1E3",
          "1.5e3",
          "2024-01-01",
          "10.0.0.1",
          "1.e3",
          "9223372036854775808",
          "1.2.3",
          "example.com/y",
          "1.2/3",
          "0.0/0");

  @ParameterizedTest
  @MethodSource("all")
  void everyReaderReadsTheSameScalar(String text) {
    ObjectNode tree = Trees.annotated(Map.of(text, text), List.of(text));
    String yaml = ManifestYaml.write(List.of(Trees.manifest(tree)));
    List<Object> expected = List.of(Readers.plain(tree));
    assertEquals(expected, Readers.yaml11(yaml), yaml);
    assertEquals(expected, Readers.yaml12(yaml), yaml);
  }

  @ParameterizedTest
  @MethodSource("all")
  void textHasNoCharacterThatReadersReadDifferently(String text) {
    ObjectNode tree = Trees.annotated(Map.of(text, text), List.of(text));
    String yaml = ManifestYaml.write(List.of(Trees.manifest(tree)));
    assertFalse(RAW.matcher(yaml).find(), yaml);
    assertFalse(SURROGATE_ESCAPE.matcher(yaml.replace("\\\\", "")).find(), yaml);
  }

  @Test
  void everyReaderReadsTheSameListOfScalars() {
    Map<String, String> annotations = new LinkedHashMap<>();
    for (String text : HostileStrings.all()) {
      annotations.put(text, text);
    }
    ObjectNode tree = Trees.annotated(annotations, HostileStrings.all());
    String yaml = ManifestYaml.write(List.of(Trees.manifest(tree), Trees.manifest(tree)));
    List<Object> expected = List.of(Readers.plain(tree), Readers.plain(tree));
    assertEquals(expected, Readers.yaml11(yaml));
    assertEquals(expected, Readers.yaml12(yaml));
  }

  @Test
  void kubectlReadsTheSameScalars(@TempDir Path directory)
      throws IOException, InterruptedException {
    Kubectl kubectl = Kubectl.find(directory);
    Map<String, String> annotations = new LinkedHashMap<>();
    HOSTILE_KEYS.forEach(key -> annotations.put(key, key));
    for (String text : HostileStrings.all()) {
      annotations.put("k" + annotations.size(), text);
    }
    ObjectNode tree = Trees.annotated(annotations, HostileStrings.all());
    JsonNode read = kubectl.read(ManifestYaml.write(List.of(Trees.manifest(tree))));
    ObjectNode expected = tree.deepCopy();
    ((ObjectNode) expected.path("metadata").path("annotations")).put("read", "back");
    assertEquals(expected, read);
  }

  static List<String> all() {
    return HostileStrings.all();
  }
}
