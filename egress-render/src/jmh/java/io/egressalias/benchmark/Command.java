package io.egressalias.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A run of a program.
 *
 * @param work what it is in the table
 * @param words the program and its arguments
 * @param environment the variables that are set for it
 * @param input the file on its standard input
 * @param output the file of its standard output
 */
record Command(
    Work work, List<String> words, Map<String, String> environment, Path input, Path output) {
  /** A run with less CPU time is repeated, because the shell counts milliseconds. */
  private static final double ENOUGH = 0.1;

  private static final int MOST_RUNS = 20;
  private static final int LONGEST_SECONDS = 30;

  /** The shell counts the time of all processes that its commands started. */
  private static final String SCRIPT =
      """
      TIMEFORMAT='%R %U %S'
      runs=$1 input=$2 output=$3
      shift 3
      time for ((i = 0; i < runs; i++)); do
        "$@" <"$input" >"$output" 2>"$output.err" || exit
      done
      """;

  static Command of(Work work, Path output, List<String> words) {
    return new Command(work, words, Map.of(), Path.of("/dev/null"), output);
  }

  Command with(Map<String, String> variables) {
    return new Command(work, words, variables, input, output);
  }

  Command reading(Path file) {
    return new Command(work, words, environment, file, output);
  }

  /** Returns how often it has to run for one measurement. */
  static int runs(Cost first) {
    return (int) Math.min(MOST_RUNS, Math.max(1, Math.ceil(ENOUGH / first.cpu())));
  }

  /** Returns the cost of one of several runs; empty: it takes too long. */
  Optional<Cost> measure(int runs) {
    try {
      Path times = Files.createTempFile(output.getParent(), "times", "");
      Process process = start(runs, times);
      if (!process.waitFor((long) runs * LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return Optional.empty();
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(words + " failed: " + Inputs.read(errors()));
      }
      Optional<Cost> cost = Optional.of(cost(Files.readString(times), runs));
      Files.delete(times);
      return cost;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path errors() {
    return Path.of(output + ".err");
  }

  private Process start(int runs, Path times) throws IOException {
    List<String> all = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bash"));
    all.addAll(List.of(Integer.toString(runs), input.toString(), output.toString()));
    all.addAll(words);
    ProcessBuilder builder = new ProcessBuilder(all).redirectError(times.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("LC_NUMERIC", "C");
    return builder.start();
  }

  /** Reads what the shell prints: the seconds by the clock, in the program and in the kernel. */
  static Cost cost(String times, int runs) {
    String[] parts = times.strip().replace(',', '.').split(" ", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not the times: " + times);
    }
    double wall = Double.parseDouble(parts[0]);
    double cpu = Double.parseDouble(parts[1]) + Double.parseDouble(parts[2]);
    return new Cost(cpu / runs, wall / runs, 0);
  }

  String text() {
    return Inputs.read(output);
  }
}
