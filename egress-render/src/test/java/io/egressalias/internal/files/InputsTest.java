package io.egressalias.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Validated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the files to which a name expands. */
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
    return Inputs.of(directory).files(name).stream().map(f -> f.path().toString()).toList();
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
  void nameIsExpandedToFiles(String name, String files) {
    assertEquals(List.of(files.split(" ")), files(name));
  }

  @Test
  void absolutePatternGivesAbsoluteFiles() {
    assertEquals(List.of(directory.resolve("b.yaml").toString()), files(directory + "/*.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*.json", "none/*.yaml", "b.yaml/*", "[", "[/b.yaml", "**/none"})
  void nameWithoutFilesIsAFailure(String name) {
    assertThrows(Failure.class, () -> files(name));
  }

  @Test
  void sourcesKeepTheGivenNames() {
    assertEquals(
        List.of("d/b.yaml", "a.yml"),
        Inputs.of(directory).read(List.of("d", "*.yml")).stream().map(Source::name).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"b\r", "b\nc", "\nb", "b\u0085", "b\u2028", "\u00e9"})
  void everyNameIsRead(String name) throws IOException {
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
  void dashIsAFileWithoutStandardInput() throws IOException {
    Files.writeString(directory.resolve("-"), "dash");
    assertEquals("dash", Inputs.of(directory).read(List.of("-")).get(0).text());
    assertEquals(List.of(), Inputs.of(directory).read(List.of()));
  }

  /** Such links occur in a mounted ConfigMap, or for a shared file in a subdirectory. */
  @Test
  void linksWithinADirectoryAreFollowed() throws IOException {
    Path mounted = Files.createDirectories(directory.resolve("m/..2026"));
    Files.writeString(mounted.resolve("a.yaml"), "mounted");
    Files.createSymbolicLink(directory.resolve("m/..data"), Path.of("..2026"));
    Files.createSymbolicLink(directory.resolve("m/a.yaml"), Path.of("..data/a.yaml"));
    for (String name : List.of("m", "m/*.yaml", "m/**/a.yaml")) {
      Source read = Inputs.of(directory).read(List.of(name)).get(0);
      assertEquals("mounted", read.text(), name);
    }
  }

  static List<Arguments> others() {
    return List.of(
        Arguments.of("ln -s /dev/zero z.yaml", "a device"),
        Arguments.of("ln -s /proc/self/environ z.yaml", "a kernel file"),
        Arguments.of("ln -s ../b.yaml z.yaml", "a link to a file outside the directory"),
        Arguments.of("ln -s none z.yaml", "a broken link"),
        Arguments.of("ln -s z.yaml z.yaml", "a broken link"),
        Arguments.of("mkfifo z.yaml", "a pipe"),
        Arguments.of("mkfifo ../p; ln -s ../p z.yaml", "a pipe"));
  }

  /** Each of these would be read without end, block, or print secrets. */
  @ParameterizedTest
  @MethodSource("others")
  void foreignFileInADirectoryIsAFinding(String script, String found)
      throws IOException, InterruptedException {
    Path in = Files.createDirectory(directory.resolve("x"));
    Files.createSymbolicLink(directory.resolve("x/up"), directory);
    Process made = new ProcessBuilder("sh", "-ec", script).directory(in.toFile()).start();
    assertEquals(0, made.waitFor());
    for (String name : List.of("x", "x/*.yaml", "x/**", "*/z.yaml")) {
      boolean staysInside = name.startsWith("*") && found.contains("outside");
      Validated<Declarations> held =
          DeclarationReader.read(Inputs.of(directory).read(List.of(name)), Assumptions.none());
      String expected = "expected a regular file of at most 64 MiB, found " + found;
      if (!staysInside) {
        assertEquals(List.of("x/z.yaml:1:1 " + expected), limits(held.diagnostics()), name);
      }
    }
  }

  private static List<String> limits(List<Diagnostic> found) {
    return found.stream()
        .filter(each -> each.rule() == Rule.LIMIT)
        .map(each -> each.location().orElseThrow() + " " + each.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/dev/zero | a device",
        "/dev/null | a device",
        "environ | a kernel file",
        "loop | a broken link"
      })
  void namedFileOfAnotherKindIsRefused(String name, String found) throws IOException {
    Files.createSymbolicLink(directory.resolve("environ"), Path.of("/proc/self/environ"));
    Files.createSymbolicLink(directory.resolve("loop"), Path.of("loop"));
    String expected =
        "cannot read `%s`: expected a regular file or a pipe, found %s. Check the name"
            .formatted(name, found);
    Executable reading = () -> Inputs.of(directory).read(List.of(name));
    assertEquals(expected, assertThrows(Failure.class, reading).getMessage());
  }

  /** A shell creates such a pipe for {@code <(command)}. */
  @Test
  void namedPipeIsRead() throws IOException, InterruptedException {
    Process pipe =
        new ProcessBuilder("sh", "-ec", "mkfifo p; echo piped > p &")
            .directory(directory.toFile())
            .start();
    assertEquals(0, pipe.waitFor());
    assertEquals("piped\n", Inputs.of(directory).read(List.of("p")).get(0).text());
  }

  @Test
  void namedLinkIsFollowed() throws IOException {
    Files.createSymbolicLink(directory.resolve("d/link.yaml"), Path.of("../b.yaml"));
    assertEquals("b.yaml", Inputs.of(directory).read(List.of("d/link.yaml")).get(0).text());
  }

  @Test
  void directoryOfManifestsContributesJson() throws IOException {
    Files.writeString(directory.resolve("d/a.json"), "{}");
    Inputs manifests = Inputs.of(directory).ofManifests();
    assertEquals(
        List.of("d/a.json", "d/b.yaml"),
        manifests.files("d").stream().map(f -> f.path().toString()).toList());
    assertEquals(List.of("d/b.yaml"), files("d"));
  }

  @Test
  void largeManifestIsReadInBlocks() throws IOException {
    Path file = directory.resolve("large.yaml");
    Files.writeString(file, "a".repeat(3_000_000));
    Inputs manifests = Inputs.of(directory).ofManifests();
    Source large = manifests.read(List.of("large.yaml")).get(0);
    assertEquals(3_000_000, large.blocks().stream().mapToInt(block -> block.length).sum());
    assertEquals("", large.text());
    Source small = manifests.read(List.of("b.yaml")).get(0);
    assertEquals("b.yaml", small.text());
    assertEquals(List.of(), small.blocks());
  }
}
