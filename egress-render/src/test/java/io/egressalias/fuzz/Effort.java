package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Holds the time that an input takes within its bound. Time of the processor: a machine that is
 * busy with something else, or asleep, makes no input slow. What never ends is for the fuzzer to
 * notice.
 */
final class Effort {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long start = THREADS.getCurrentThreadCpuTime();

  void check() {
    Duration spent = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start);
    assertTrue(spent.compareTo(LONGEST) < 0, () -> "the input took " + spent);
  }
}
