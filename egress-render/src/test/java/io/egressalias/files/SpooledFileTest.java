package io.egressalias.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What waits in a spool becomes a file, and a file that holds it already is not touched. */
final class SpooledFileTest {
  private static final String LONG = "a: ü\n".repeat(500_000);
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir private Path directory = Path.of("");

  static List<List<String>> pieces() {
    // None, in memory, in a file, and partly in either.
    return List.of(
        List.of(), List.of("a: 1\n", "b: 2\n"), List.of(LONG, LONG), List.of(LONG, "b: 2\n"));
  }

  @ParameterizedTest
  @MethodSource("pieces")
  void onlyADifferenceIsWritten(List<String> pieces) throws IOException {
    Path file = directory.resolve("out.yaml");
    String text = String.join("", pieces);
    write(file, pieces);
    assertEquals(text, Files.readString(file));
    Files.setLastModifiedTime(file, LONG_AGO);
    write(file, pieces);
    assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
    for (String other : List.of(text + "c", "c" + text, text.replaceFirst("(?s).\\z", "#"))) {
      Files.writeString(file, other);
      Files.setLastModifiedTime(file, LONG_AGO);
      write(file, pieces);
      assertEquals(text, Files.readString(file));
      if (!text.equals(other)) {
        assertNotEquals(LONG_AGO, Files.getLastModifiedTime(file));
      }
    }
    try (Stream<Path> left = Files.list(directory)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  private static void write(Path file, List<String> pieces) throws IOException {
    try (Spool spool = new Spool(false)) {
      pieces.forEach(spool::add);
      new WrittenFile(file).write(spool);
    }
  }
}
