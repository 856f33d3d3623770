package io.egressalias.benchmark;

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

  private Given given = Given.named(Given.mixed(1));

  /** Reads the declarations. */
  @Setup
  public void read() {
    given = Given.named(set);
  }

  /** Returns the text, so that the compiler cannot remove the work. */
  @Benchmark
  public String text() {
    return subject.write(given);
  }
}
