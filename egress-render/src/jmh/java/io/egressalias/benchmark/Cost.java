package io.egressalias.benchmark;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a work costs, once.
 *
 * @param cpu the seconds of all threads and processes, of the program and of the kernel
 * @param wall the seconds that it takes
 * @param bytes the allocated bytes; 0: not measured
 */
record Cost(double cpu, double wall, double bytes) {
  /** Returns the medians of several costs. */
  static Cost median(List<Cost> costs) {
    return new Cost(
        median(costs, Cost::cpu), median(costs, Cost::wall), median(costs, Cost::bytes));
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
    return Figure.median(costs.stream().map(part::applyAsDouble).toList());
  }
}
