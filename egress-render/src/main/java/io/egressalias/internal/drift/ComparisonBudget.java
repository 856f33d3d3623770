package io.egressalias.internal.drift;

import java.util.function.BiPredicate;

/**
 * Compares lines a limited number of times: comparing two long texts without common lines takes
 * quadratic time. Counts comparisons instead of measuring time, so that the result does not depend
 * on the machine.
 */
final class ComparisonBudget implements BiPredicate<String, String> {
  /** One or two seconds; enough for a change of every object among hundreds. */
  private static final int COMPARISONS = 100_000_000;

  private int made;

  /** Thrown when the budget is exceeded. */
  static final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Lost() {
      super("too many differences", null, false, false);
    }
  }

  @Override
  public boolean test(String left, String right) {
    made++;
    if (made > COMPARISONS) {
      throw new Lost();
    }
    return left.equals(right);
  }
}
