package io.egressalias.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures pairs of a set and a subject. */
final class Measurement {
  /** The number of rounds; a busy minute then does not affect a single subject only. */
  private static final int ROUNDS = 3;

  private final Map<Pair, List<RunResult>> results = new HashMap<>();

  private record Pair(String set, Subject subject) {}

  /**
   * The cost of writing a set once.
   *
   * @param nanoseconds the median of the measured iterations of all rounds
   * @param bytes the median of the allocated bytes
   */
  record Figures(double nanoseconds, double bytes) {}

  /** Measures, and prints the progress to standard error. */
  void add(List<String> sets, List<Subject> subjects, int warmups, int iterations) {
    Options options =
        new OptionsBuilder()
            .include(TextBenchmark.class.getName())
            .param("set", sets.toArray(String[]::new))
            .param("subject", subjects.stream().map(Subject::name).toArray(String[]::new))
            .forks(1)
            .warmupIterations(warmups)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .jvmArgsAppend("-Xms2g", "-Xmx2g")
            .shouldFailOnError(true)
            .build();
    for (int round = 0; round < ROUNDS; round++) {
      run(options);
    }
  }

  private void run(Options options) {
    try {
      var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
      for (RunResult result : new Runner(options, progress).run()) {
        add(result);
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("nothing was measured", e);
    }
  }

  private void add(RunResult result) {
    String set = result.getParams().getParam("set");
    Subject subject = Subject.valueOf(result.getParams().getParam("subject"));
    results.computeIfAbsent(new Pair(set, subject), pair -> new ArrayList<>()).add(result);
  }

  Figures of(String set, Subject subject) {
    List<RunResult> found = results.get(new Pair(set, subject));
    if (found == null) {
      throw new IllegalArgumentException(subject + " was not measured with " + set);
    }
    return new Figures(
        median(found.stream().flatMap(Measurement::times)),
        median(found.stream().map(Measurement::allocation)));
  }

  private static Stream<Double> times(RunResult result) {
    return result.getAggregatedResult().getIterationResults().stream()
        .map(iteration -> iteration.getPrimaryResult().getScore());
  }

  private static double allocation(RunResult result) {
    Result<?> allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (allocation == null) {
      throw new IllegalStateException("this Java does not say what is allocated");
    }
    return allocation.getScore();
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
