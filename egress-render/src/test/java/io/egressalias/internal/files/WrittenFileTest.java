package io.egressalias.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is written as a whole, and does not become readable for other users. */
final class WrittenFileTest {
  private static final Set<PosixFilePermission> SECRET =
      PosixFilePermissions.fromString("rw-------");

  /** Ends a test that would not end; measures no speed. */
  private static final Duration NEVER = Duration.ofMinutes(5);

  private static final int WRITES = 60;
  private static final int LENGTH = 1 << 20;

  @TempDir private Path directory = Path.of("");

  /** Checks every partial file while it is written, except empty ones. */
  @Test
  void partialFileIsNotMoreReadableThanTheTarget() throws IOException {
    Path file = Files.createFile(directory.resolve("a.yaml"));
    Files.setPosixFilePermissions(file, SECRET);
    CompletableFuture<Void> written =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < WRITES; i++) {
                write(file, Integer.toString(i % 10).repeat(LENGTH));
              }
            });
    Set<String> seen = new TreeSet<>();
    while (!written.isDone()) {
      look(seen);
    }
    written.join();
    assertEquals(Set.of("rw-------"), seen);
    assertEquals(SECRET, Files.getPosixFilePermissions(file));
  }

  private static void write(Path file, String text) {
    try {
      new WrittenFile(file).write(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void look(Set<String> seen) throws IOException {
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(directory, "*.tmp")) {
      for (Path draft : drafts) {
        boolean empty = Files.size(draft) == 0;
        if (!empty) {
          seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(draft)));
        }
      }
    } catch (NoSuchFileException e) {
      return;
    }
  }

  @Test
  void danglingLinkIsReported() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("nothing.yaml"));
    FileSystemException e =
        assertThrows(FileSystemException.class, () -> new WrittenFile(link).write("text"));
    assertEquals("it is a link that leads to no file. Correct it, or delete it", e.getReason());
    assertFalse(Files.exists(directory.resolve("nothing.yaml")));
    assertTrue(Files.isSymbolicLink(link));
  }

  @ParameterizedTest
  @CsvSource({"loop1,loop2", "loop1,loop1"})
  void circularLinksAreReported(String first, String second) throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve(first), Path.of(second));
    if (!first.equals(second)) {
      Files.createSymbolicLink(directory.resolve(second), Path.of(first));
    }
    FileSystemException e =
        assertTimeoutPreemptively(
            NEVER,
            () -> assertThrows(FileSystemException.class, () -> new WrittenFile(link).write("a")));
    assertEquals("it is a link that leads to no file. Correct it, or delete it", e.getReason());
    assertTrue(Files.isSymbolicLink(link));
  }

  @Test
  void chainOfLinksIsFollowed() throws IOException {
    Path at = Files.writeString(directory.resolve("file"), "old");
    for (int i = 0; i < 30; i++) {
      at = Files.createSymbolicLink(directory.resolve("link" + i), at.getFileName());
    }
    new WrittenFile(at).write("text");
    assertEquals("text", Files.readString(directory.resolve("file")));
  }

  /** The path was not a link when it was checked. */
  @Test
  void linkCreatedInTheMeantimeIsReplaced() throws IOException {
    Path outside = Files.writeString(directory.resolve("outside"), "old");
    Path link = Files.createSymbolicLink(directory.resolve("link"), outside);
    new WrittenFile(link).put("text");
    assertEquals("old", Files.readString(outside));
    assertFalse(Files.isSymbolicLink(link));
    assertEquals("text", Files.readString(link));
  }
}
