package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.declaration.Source;
import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Inputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeclarationFilesTest {
  @TempDir private Path base = Path.of("");

  @BeforeEach
  void write() throws IOException {
    for (String name : List.of("one/egress.yaml", "one/two/egress.yaml", "target/egress.yaml")) {
      Files.createDirectories(base.resolve(name).resolveSibling(""));
      Files.writeString(base.resolve(name), "");
    }
  }

  @Test
  void defaultDirectoryDoesNotNeedToExist() throws IOException {
    assertEquals(List.of(), find());
    Files.createDirectories(base.resolve("src/main/egress"));
    Files.writeString(base.resolve("src/main/egress/b.yml"), "");
    Files.writeString(base.resolve("src/main/egress/a.yaml"), "");
    assertEquals(List.of("src/main/egress/a.yaml", "src/main/egress/b.yml"), find());
  }

  @Test
  void namedFilesMustExist() {
    Failure missing = assertThrows(Failure.class, () -> find("egress.yaml"));
    assertEquals(
        "cannot read `%s`: the file does not exist. Check the name"
            .formatted(base.resolve("egress.yaml")),
        missing.getMessage());
  }

  @Test
  void patternsIgnoreTheBuildDirectory() {
    assertEquals(List.of("one/egress.yaml", "one/two/egress.yaml"), find("**/egress.yaml"));
    assertEquals(List.of("target/egress.yaml"), find("target/*.yaml"));
    Failure made = assertThrows(Failure.class, () -> find("t*/egress.yaml"));
    assertEquals(
        "`t*/egress.yaml` matches only files in the build directory. Check the name",
        made.getMessage());
  }

  @Test
  void fileThatIsNamedTwiceIsReadOnce() {
    assertEquals(List.of("one/egress.yaml"), find("one", " one/egress.yaml"));
  }

  @Test
  void sourcesOfADirectoryAreNotNamed() {
    assertEquals(
        List.of(Optional.of(base.resolve("one").toString()), Optional.empty()),
        new DeclarationFiles(base, base.resolve("target"))
            .read(List.of("one", "one/two/egress.yaml"), Inputs.of(base)).stream()
                .map(Source::directory)
                .toList());
  }

  private List<String> find(String... names) {
    return new DeclarationFiles(base, base.resolve("target"))
        .read(List.of(names), Inputs.of(base)).stream()
            .map(Source::name)
            .map(name -> base.relativize(Path.of(name)).toString())
            .toList();
  }
}
