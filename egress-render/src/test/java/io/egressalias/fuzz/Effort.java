package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Allocated;

/**
 * Limits the work for an input, measured in allocated bytes, so that the load of the machine does
 * not matter. The fuzzer detects inputs that never end.
 */
final class Effort {
  private static final long MOST_BYTES = 4L << 30;

  private Effort() {}

  /** Fails if the work exceeds the limit. */
  static void bounded(Runnable work) {
    long allocated = Allocated.by(work);
    assertTrue(allocated < MOST_BYTES, () -> "the input took " + allocated + " bytes");
  }
}
