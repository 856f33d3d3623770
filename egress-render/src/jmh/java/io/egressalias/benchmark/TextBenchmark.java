package io.egressalias.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Writes one set of aliases with one subject. Each pair has a separate virtual machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TextBenchmark {
  @Param("MIXED-100")
  private String set = "";

  @Param private Subject subject = Subject.MODEL;

  /** Keeps the compiler from removing the work of the warm-up. */
  long written;

  private Given given = Given.named(Given.mixed(1));

  /** The CPU time in milliseconds before the measurement, which a busy machine does not shorten. */
  @Param("2000")
  private int warmUp;

  /** Reads the declarations, and writes them until the code is compiled. */
  @Setup
  public void prepare() {
    given = Given.named(set);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long end = threads.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(warmUp);
    while (threads.getCurrentThreadCpuTime() < end) {
      written += subject.write(given).length();
    }
  }

  /** Returns the text, so that the compiler cannot remove the work. */
  @Benchmark
  public String text() {
    return subject.write(given);
  }
}
