package io.egressalias.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** What was measured: every pair of a set and a subject that was asked for. */
final class Measurement {
  private static final double MEDIAN = 50;

  private final Map<Pair, Figures> figures = new HashMap<>();

  private record Pair(String set, Subject subject) {}

  /**
   * What one writing of a set takes.
   *
   * @param nanoseconds the median of the measured iterations
   * @param bytes what is allocated
   */
  record Figures(double nanoseconds, double bytes) {}

  /** Measures; how far it is goes to standard error. */
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
    double time = result.getPrimaryResult().getStatistics().getPercentile(MEDIAN);
    Result<?> allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (allocation == null) {
      throw new IllegalStateException("this Java does not say what is allocated");
    }
    double bytes = allocation.getScore();
    figures.put(new Pair(set, subject), new Figures(time, bytes));
  }

  Figures of(String set, Subject subject) {
    Figures found = figures.get(new Pair(set, subject));
    if (found == null) {
      throw new IllegalArgumentException(subject + " was not measured with " + set);
    }
    return found;
  }
}
