package io.egressalias.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartialFileTest {
  private static final String REST = "-01234567-fc9e3a0b-6d1f-4a35-8ad0-111111111111.tmp";

  @TempDir private Path directory = Path.of("");

  @Test
  void filesOfEndedProcessesAreDeleted() throws IOException, InterruptedException {
    put(".egress-" + dead() + REST);
    // In a container, every process can have the same number.
    put(".egress-" + ProcessHandle.current().pid() + REST);
    new WrittenFile(directory.resolve("a.yaml")).write("");
    assertEquals(Set.of("a.yaml"), names());
  }

  @Test
  void undeletableFileDoesNotFailTheRun() throws IOException, InterruptedException {
    String before = ".egress-" + dead();
    Files.createDirectories(directory.resolve(before + REST).resolve("full"));
    for (int i = 2; i < 9; i++) {
      put(before + REST.replace('1', (char) ('0' + i)));
    }
    new WrittenFile(directory.resolve("a.yaml")).write("");
    assertEquals(Set.of("a.yaml", before + REST), names());
  }

  /** The previous process with this number has ended. */
  @Test
  void fileOlderThanTheProcessWithItsNumberIsDeleted() throws IOException {
    put(".egress-" + parent() + REST);
    Files.setLastModifiedTime(
        directory.resolve(".egress-" + parent() + REST), FileTime.fromMillis(1_000_000_000_000L));
    new WrittenFile(directory.resolve("a.yaml")).write("");
    assertEquals(Set.of("a.yaml"), names());
  }

  @Test
  void filesOfRunningProcessesAndForeignFilesAreKept() throws IOException {
    String living = ".egress-" + parent() + REST;
    put(living);
    put(".egress-notes.tmp");
    put(".egress-1234.tmp");
    new WrittenFile(directory.resolve("a.yaml")).write("");
    assertEquals(Set.of("a.yaml", living, ".egress-notes.tmp", ".egress-1234.tmp"), names());
  }

  @Test
  void filesOfTheOwnProcessAreKept() throws IOException {
    Path draft = Files.createFile(PartialFile.of(directory.resolve("a.yaml")));
    PartialFile.clear(directory);
    assertEquals(Set.of(draft.getFileName().toString()), names());
  }

  private static long parent() {
    return ProcessHandle.current().parent().orElseThrow().pid();
  }

  private static long dead() throws IOException, InterruptedException {
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    return process.pid();
  }

  private void put(String name) throws IOException {
    Files.writeString(directory.resolve(name), "half a te");
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
