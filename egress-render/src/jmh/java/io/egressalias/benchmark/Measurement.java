package io.egressalias.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
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

/**
 * Measures pairs of a set and a subject, each pair in a new virtual machine.
 *
 * @param warmUp the CPU time before the measurement
 * @param measured the time of the measurement
 */
record Measurement(TimeValue warmUp, TimeValue measured) {
  private static final double NANO = 1e-9;
  private static final int LOOP_MILLIS = 100;

  /** Measures each pair once, adds the costs, and prints the progress to standard error. */
  void round(List<String> sets, List<Subject> subjects, Costs costs) {
    Options options =
        new OptionsBuilder()
            .include(TextBenchmark.class.getName())
            .param("set", sets.toArray(String[]::new))
            .param("subject", subjects.stream().map(Subject::name).toArray(String[]::new))
            .forks(1)
            .param("warmUp", Long.toString(warmUp.convertTo(TimeUnit.MILLISECONDS)))
            // The benchmark warms up the subject itself; this is for the loop around it.
            .warmupIterations(1)
            .warmupTime(TimeValue.milliseconds(LOOP_MILLIS))
            .measurementIterations(1)
            .measurementTime(measured)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuProfiler.class)
            // One thread collects garbage, so that another busy core changes no figure.
            .jvmArgsAppend("-Xms2g", "-Xmx2g", "-XX:+UseSerialGC")
            .shouldFailOnError(true)
            .build();
    try {
      var progress = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.NORMAL);
      for (RunResult result : new Runner(options, progress).run()) {
        costs.add(work(result), cost(result));
      }
    } catch (RunnerException e) {
      throw new IllegalStateException("nothing was measured", e);
    }
  }

  private static Work work(RunResult result) {
    String set = result.getParams().getParam("set");
    return InProcess.work(Subject.valueOf(result.getParams().getParam("subject")), set);
  }

  private static Cost cost(RunResult result) {
    return new Cost(
        secondary(result, CpuProfiler.RESULT) * NANO,
        result.getPrimaryResult().getScore() * NANO,
        secondary(result, "gc.alloc.rate.norm"));
  }

  private static double secondary(RunResult result, String name) {
    Result<?> found = result.getSecondaryResults().get(name);
    if (found == null) {
      throw new IllegalStateException("this Java does not measure " + name);
    }
    return found.getScore();
  }
}
