package io.egressalias.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.declaration.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files a name stands for. */
final class InputsTest {
  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    for (String name :
        List.of("b.yaml", "a.yml", "c.txt", "d/b.yaml", "d/e/a.yaml", "d/e/f/[x].yaml")) {
      Path file = directory.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, name);
    }
    Files.createSymbolicLink(directory.resolve("d/e/up"), directory);
  }

  private List<String> files(String name) {
    return Inputs.of(directory).files(name).stream().map(Path::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "b.yaml        | b.yaml",
        "none.yaml     | none.yaml",
        "d             | d/b.yaml",
        "d/            | d/b.yaml",
        ".             | ./a.yml ./b.yaml",
        "*.y*ml        | a.yml b.yaml",
        "?.{yaml,txt}  | b.yaml c.txt",
        "[ab].*        | a.yml b.yaml",
        "./*.yml       | ./a.yml",
        "*/*.yaml      | d/b.yaml",
        "**/*.yaml     | b.yaml d/b.yaml d/e/a.yaml d/e/f/[x].yaml",
        "d/**/a.yaml   | d/e/a.yaml",
        "d/**          | d/b.yaml d/e/a.yaml d/e/f/[x].yaml",
        "**/e/**/*.yaml| d/e/a.yaml d/e/f/[x].yaml",
        "d/../*.txt    | d/../c.txt",
        "d/e/f/[x].yaml| d/e/f/[x].yaml"
      })
  void nameStandsFor(String name, String files) {
    assertEquals(List.of(files.split(" ")), files(name));
  }

  @Test
  void absolutePatternsStandForAbsoluteFiles() {
    assertEquals(List.of(directory.resolve("b.yaml").toString()), files(directory + "/*.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.json", "none/*.yaml", "b.yaml/*", "[", "[/b.yaml", "**/none"})
  void nothingIsAFailure(String name) {
    assertThrows(Failure.class, () -> files(name));
  }

  @Test
  void sourcesAreCalledAsTheyWereNamed() {
    assertEquals(
        List.of("d/b.yaml", "a.yml"),
        Inputs.of(directory).read(List.of("d", "*.yml")).stream().map(Source::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\r", "b\nc", "\nb", "b\u0085", "b\u2028", "\u00e9"})
  void noNameIsLeftOut(String name) throws IOException {
    Names.require(name);
    Path odd = Files.createDirectory(directory.resolve("odd"));
    Files.writeString(odd.resolve("a.yaml"), "");
    Files.writeString(odd.resolve(name + ".yaml"), "");
    List<String> both = Stream.of("odd/a.yaml", "odd/" + name + ".yaml").sorted().toList();
    assertEquals(both, files("odd").stream().sorted().toList());
    assertEquals(both, files("odd/*.yaml").stream().sorted().toList());
    assertEquals(both, files("**/*.yaml").stream().filter(f -> f.contains("odd")).toList());
  }

  @Test
  void withoutStandardInputADashIsAFile() throws IOException {
    Files.writeString(directory.resolve("-"), "dash");
    assertEquals("dash", Inputs.of(directory).read(List.of("-")).get(0).text());
    assertEquals(List.of(), Inputs.of(directory).read(List.of()));
  }
}
