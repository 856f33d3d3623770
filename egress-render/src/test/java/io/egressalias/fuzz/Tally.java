package io.egressalias.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts the inputs of a fuzz target. A run of the fuzzer has a directory for the counts of its
 * targets, each of which is a separate process, and prints the counts of all that have ended.
 */
final class Tally {
  private static final Optional<Path> DIRECTORY =
      Optional.ofNullable(System.getProperty("egress.fuzz.counts")).map(Path::of);
  private static final String ENDING = ".count";

  private final String target;
  private long executions;
  private long rendered;

  private record Count(String target, long executions, long rendered) {

    static Count of(String line) {
      List<String> words = List.of(line.split(" "));
      return new Count(words.get(0), Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
    }

    Count plus(Count other) {
      return new Count(target, executions + other.executions, rendered + other.rendered);
    }

    String sentence() {
      return String.format(
          Locale.ROOT,
          "%s: %,d executions, %,d of them rendered (%.1f %%)",
          target,
          executions,
          rendered,
          100.0 * rendered / Math.max(executions, 1));
    }
  }

  Tally(String target) {
    this.target = target;
  }

  void execution() {
    executions++;
  }

  void rendered() {
    rendered++;
  }

  /** Prints the counts of this target and of the previous ones. */
  void print() throws IOException {
    if (DIRECTORY.isEmpty()) {
      return;
    }
    Files.createDirectories(DIRECTORY.get());
    Files.writeString(
        DIRECTORY.get().resolve(target + ENDING), target + " " + executions + " " + rendered);
    Count total = new Count("total", 0, 0);
    for (Count count : counts(DIRECTORY.get())) {
      System.out.println(count.sentence());
      total = total.plus(count);
    }
    System.out.println(total.sentence());
  }

  private static List<Count> counts(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> ended = files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
      List<Count> counts = new ArrayList<>();
      for (Path file : ended) {
        counts.add(Count.of(Files.readString(file)));
      }
      return counts;
    }
  }
}
