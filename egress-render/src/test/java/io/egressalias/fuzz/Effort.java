package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Allocated;

/**
 * Holds the work that an input takes within its bound, counted in what is allocated: a machine that
 * is busy with something else makes no input a lot of work. What never ends is for the fuzzer to
 * see.
 */
final class Effort {
  private static final long MOST_BYTES = 4L << 30;

  private Effort() {}

  /** Does something that may not be much work. */
  static void bounded(Runnable work) {
    long allocated = Allocated.by(work);
    assertTrue(allocated < MOST_BYTES, () -> "the input took " + allocated + " bytes");
  }
}
