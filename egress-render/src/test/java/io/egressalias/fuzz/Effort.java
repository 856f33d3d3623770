package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Holds the time that an input takes within its bound. What never ends is for the fuzzer to see.
 */
final class Effort {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private Effort() {}

  /**
   * Does something that may not take long. A machine that was busy with something else, or asleep,
   * makes no input slow: what seems to have taken long is done again, and the time of the processor
   * counts.
   */
  static void bounded(Runnable work) {
    long start = System.nanoTime();
    work.run();
    if (System.nanoTime() - start > LONGEST.toNanos()) {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadCpuTime();
      work.run();
      Duration spent = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
      assertTrue(spent.compareTo(LONGEST) < 0, () -> "the input took " + spent);
    }
  }
}
