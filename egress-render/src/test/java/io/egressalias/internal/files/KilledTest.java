package io.egressalias.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process at any moment, or limits its disk space: its files are complete. */
@Tag("long")
final class KilledTest {
  /** The number of kills; {@code -Degress.kills=1000} sets a larger one. */
  private static final int KILLS = Integer.getInteger("egress.kills", 6);

  private static final String ALONE = "exec \"$@\"";

  private static final int LONGEST_WAIT_MILLIS = 250;
  private static final int TOGETHER_MILLIS = 1500;
  private static final int LONG = 10_000;

  /** Only a process that never ends takes this long. */
  private static final int PATIENCE_MINUTES = 30;

  private static final String INDEX = "split/" + OutputDirectory.INDEX;

  @TempDir private Path scratch = Path.of("");

  @Test
  void killedRunLeavesOldOrNewFilesAndTheNextRunCleansUp()
      throws IOException, InterruptedException {
    List<Map<String, String>> versions = List.of(written(1), written(2));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Path directory = Files.createDirectory(scratch.resolve("killed"));
    for (int kill = 1; kill <= KILLS; kill++) {
      String which = "kill " + kill + " of the seed " + seed;
      Process process = start(ALONE, directory);
      awaitFile(directory.resolve(INDEX), process);
      Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
      assertTrue(process.isAlive(), "it ended by itself");
      process.destroyForcibly().waitFor();
      assertWhole(versions, read(directory), which);
      new RestlessWriter(directory).write(1);
      assertEquals(written(1), read(directory), which);
    }
  }

  /** Concurrent runs do not disturb each other. */
  @Test
  void twoConcurrentRunsLeaveCompleteFiles() throws IOException, InterruptedException {
    Path directory = Files.createDirectory(scratch.resolve("shared"));
    assertWholeAfter(directory, List.of(start(ALONE, directory), start(ALONE, directory)));
  }

  /** In different containers both processes have the same number, and neither sees the other. */
  @Test
  void twoConcurrentRunsInContainersLeaveCompleteFiles() throws IOException, InterruptedException {
    String contain = "exec unshare -rpf --kill-child ";
    Process permitted = new ProcessBuilder("sh", "-c", contain + "true").start();
    boolean isPermitted = permitted.waitFor() == 0;
    Program.require(isPermitted, "`unshare` is not there, or not permitted");
    Path directory = Files.createDirectory(scratch.resolve("shared"));
    String contained = contain + "--mount-proc \"$@\"";
    assertWholeAfter(directory, List.of(start(contained, directory), start(contained, directory)));
  }

  private void assertWholeAfter(Path directory, List<Process> processes)
      throws IOException, InterruptedException {
    for (Process process : processes) {
      awaitFile(directory.resolve(INDEX), process);
    }
    Thread.sleep(TOGETHER_MILLIS);
    for (Process process : processes) {
      if (!process.isAlive()) {
        // There is no lock, so a run can meet a file of the other run that is not in the index yet,
        // and refuses it.
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("is there and was not written by egress"), said);
      }
    }
    for (Process process : processes) {
      process.destroyForcibly().waitFor();
    }
    assertOldOrNew(List.of(written(1), written(2)), read(directory), "two at once");
  }

  @Test
  void fullDiskLeavesTheOldFile() throws IOException, InterruptedException {
    Path directory = Files.createDirectory(scratch.resolve("full"));
    Files.writeString(directory.resolve("one.yaml"), "old");
    // The limit is in blocks of 512 or 1024 bytes; both are less than the output.
    Process process = start("ulimit -f 64; exec \"$@\"", directory);
    assertTrue(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES), "it does not end");
    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(said.contains("IOException: File too large"), said);
    assertEquals(Map.of("one.yaml", "old"), read(directory));
  }

  /** The files of an uninterrupted run. */
  private Map<String, String> written(int version) throws IOException {
    Path directory = Files.createTempDirectory(scratch, "whole");
    new RestlessWriter(directory).write(version);
    return read(directory);
  }

  private static void assertWhole(
      List<Map<String, String>> versions, Map<String, String> found, String which) {
    assertOldOrNew(versions, found, which);
    for (String name : found.keySet()) {
      if (name.startsWith("split/") && !name.endsWith(".tmp") && !name.equals(INDEX)) {
        // Otherwise no run would ever delete it.
        assertTrue(
            found
                .getOrDefault(INDEX, "")
                .contains("\n" + name.substring("split/".length()) + " ../source.yaml\n"),
            () -> name + " is not in the index, " + which);
      }
    }
  }

  private static void assertOldOrNew(
      List<Map<String, String>> versions, Map<String, String> found, String which) {
    for (Map.Entry<String, String> file : found.entrySet()) {
      String name = file.getKey();
      if (!name.endsWith(".tmp") && !name.equals(INDEX)) {
        assertTrue(
            versions.stream().anyMatch(v -> file.getValue().equals(v.get(name))),
            () -> name + " is neither old nor new, " + which);
      }
    }
  }

  private static Process start(String shell, Path directory) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            List.of(
                "sh",
                "-c",
                shell,
                "sh",
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                RestlessWriter.class.getName(),
                directory.toString()))
        .start();
  }

  private static void awaitFile(Path file, Process process)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0);
    while (!Files.exists(file) || Files.getLastModifiedTime(file).equals(before)) {
      assertTrue(process.isAlive() && System.nanoTime() < end, "it does not write");
      Thread.sleep(1);
    }
  }

  private static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(directory.relativize(file).toString(), legible(Files.readString(file)));
      }
    }
    return texts;
  }

  /** Describes a long text by its length and its characters. */
  private static String legible(String text) {
    return text.length() < LONG
        ? text
        : "%s of %s".formatted(text.length(), text.chars().distinct().boxed().toList());
  }
}
