package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A run that writes one of two versions and is killed, repeatedly.
 *
 * @param output the directory to which it writes
 * @param versions the programs that write the two versions
 */
public record Victim(Path output, List<Program> versions) {
  private static final String INDEX = "egress-files.txt";

  /** A partial file that a killed run may leave for the next run to delete. */
  private static final String DRAFT = "\\.egress-.*\\.tmp";

  private static final double LONGEST_WAIT_MICROS = 50_000;

  /** Only a process that never ends takes this long. */
  private static final int PATIENCE_MINUTES = 30;

  /**
   * Kills the run, half of the times at any moment and half of them after it has started to write.
   *
   * @return what was found, and how often
   */
  public Map<String, Integer> kill(int times, Path scratch)
      throws IOException, InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    long start = System.nanoTime();
    List<Map<String, String>> whole = List.of(complete(0, scratch), complete(1, scratch));
    long duration = (System.nanoTime() - start) / 2;
    Map<String, Integer> tally = new TreeMap<>();
    int current = 1;
    for (int kill = 1; kill <= times; kill++) {
      String which = "kill " + kill + " of the seed " + seed;
      Process process = versions.get(1 - current).start();
      if (random.nextBoolean()) {
        TimeUnit.NANOSECONDS.sleep(random.nextLong(duration));
      } else {
        awaitWriting(process);
        // Some kills are in the middle of a file, some in the middle of a directory.
        TimeUnit.MICROSECONDS.sleep((long) Math.pow(LONGEST_WAIT_MICROS, random.nextDouble()));
      }
      boolean late = !process.isAlive();
      process.destroyForcibly().waitFor();
      Map<String, String> found = read();
      assertWhole(whole, found, which);
      tally.merge(state(whole.get(1 - current), whole.get(current), found, late), 1, Integer::sum);
      current = random.nextInt(2);
      assertEquals(whole.get(current), complete(current, scratch), which);
    }
    return tally;
  }

  private Map<String, String> complete(int version, Path scratch)
      throws IOException, InterruptedException {
    Program.Outcome outcome = versions.get(version).run(scratch);
    assertEquals(0, outcome.status(), () -> outcome.out() + outcome.err());
    return read();
  }

  private void awaitWriting(Process process) throws IOException {
    Set<String> before = names();
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (process.isAlive() && names().equals(before)) {
      assertTrue(System.nanoTime() < end, "it does not write");
    }
  }

  private static String state(
      Map<String, String> fresh, Map<String, String> old, Map<String, String> found, boolean late) {
    boolean draft = found.keySet().stream().anyMatch(Victim::isDraft);
    Map<String, String> kept = new HashMap<>(found);
    kept.keySet().removeIf(Victim::isDraft);
    String content = kept.equals(old) ? "old" : kept.equals(fresh) ? "new" : "of both";
    return (late ? "ended before, " : "") + content + (draft ? " and a draft" : "");
  }

  private static boolean isDraft(String name) {
    return Path.of(name).getFileName().toString().matches(DRAFT);
  }

  private static void assertWhole(
      List<Map<String, String>> whole, Map<String, String> found, String which) {
    for (Map.Entry<String, String> file : found.entrySet()) {
      String name = file.getKey();
      if (name.endsWith(INDEX)) {
        assertNames(name, file.getValue(), found.keySet(), which);
      } else if (!isDraft(name)) {
        assertTrue(
            whole.stream().anyMatch(version -> file.getValue().equals(version.get(name))),
            () -> name + " is neither old nor new, " + which);
      }
    }
  }

  /** The index names every file next to it; otherwise no run would ever delete one. */
  private static void assertNames(String index, String text, Set<String> found, String which) {
    assertTrue(text.matches("(?s).*\\.yaml( \\S+)?\n"), () -> "half an index, " + which);
    Set<String> named = Set.copyOf(text.lines().map(line -> line.replaceFirst(" .*", "")).toList());
    String directory = index.substring(0, index.length() - INDEX.length());
    for (String name : found) {
      if (name.startsWith(directory) && name.endsWith(".yaml")) {
        assertTrue(
            named.contains(name.substring(directory.length())),
            () -> name + " is not in the index, " + which);
      }
    }
  }

  private Set<String> names() throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      return Set.copyOf(files.map(file -> file.getFileName().toString()).toList());
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  private Map<String, String> read() throws IOException {
    if (!Files.exists(output)) {
      return Map.of();
    }
    return Directories.read(output);
  }
}
