package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FmtCommandTest {
  private static final String CANONICAL =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: any}
      spec:
        aliases:
        # the alias
        - {name: a, externalName: a.example.com, ports: [{name: http, port: 80}]} # one
      """;

  private static final String OTHER = CANONICAL.replace("  ", "    ").replace(": any", ": 'any'");
  private static final Run DONE = new Run(ExitStatus.DONE, "", "");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("right.yaml"), CANONICAL);
    Files.writeString(directory.resolve("other.yaml"), OTHER);
  }

  @Test
  void filesAreWrittenInPlaceIfTheyChange() throws IOException {
    Path right = directory.resolve("right.yaml");
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(right, before);
    assertEquals(DONE, Run.in(directory, "fmt", "."));
    assertEquals(CANONICAL, Files.readString(directory.resolve("other.yaml")));
    assertEquals(before, Files.getLastModifiedTime(right));
  }

  @Test
  void standardInputIsWrittenToStandardOutput() {
    assertEquals(new Run(ExitStatus.DONE, CANONICAL, ""), Run.on(OTHER, directory, "fmt"));
    assertEquals(new Run(ExitStatus.DONE, CANONICAL, ""), Run.on(CANONICAL, directory, "fmt", "-"));
  }

  @Test
  void checkNamesTheFilesAndWritesNothing() throws IOException {
    Run run = Run.in(directory, "fmt", "--check", "right.yaml", "other.yaml");
    assertEquals(new Run(ExitStatus.FINDINGS, "other.yaml\n", ""), run);
    assertEquals(OTHER, Files.readString(directory.resolve("other.yaml")));
    assertEquals(DONE, Run.in(directory, "fmt", "--check", "right.yaml"));
    assertEquals(
        new Run(ExitStatus.FINDINGS, "<stdin>\n", ""), Run.on(OTHER, directory, "fmt", "--check"));
  }

  @Test
  void unreadableFileIsNotChangedAndOthersAre() throws IOException {
    String broken = OTHER + "  - [\n";
    Files.writeString(directory.resolve("broken.yaml"), broken);
    Run run = Run.in(directory, "fmt", "broken.yaml", "other.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.err().startsWith("broken.yaml:"), run.err());
    assertTrue(run.err().contains(": error EGA0002: "), run.err());
    assertEquals(broken, Files.readString(directory.resolve("broken.yaml")));
    assertEquals(CANONICAL, Files.readString(directory.resolve("other.yaml")));
  }

  @Test
  void refusedFileIsNotChanged() throws IOException {
    String tagged = OTHER.replace("'any'", "!!str any");
    Files.writeString(directory.resolve("tagged.yaml"), tagged);
    Run run = Run.in(directory, "fmt", "tagged.yaml");
    assertEquals(
        new Run(
            ExitStatus.FINDINGS,
            "",
            "tagged.yaml:3: the document is not formatted: a value has a tag. Remove the tag, and"
                + " quote the value if it is a string.\n"),
        run);
    assertEquals(tagged, Files.readString(directory.resolve("tagged.yaml")));
  }

  @Test
  void missingFileIsAFailure() {
    assertEquals(ExitStatus.FAILURE, Run.in(directory, "fmt", "none.yaml").status());
  }
}
