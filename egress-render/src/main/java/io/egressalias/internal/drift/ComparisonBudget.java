package io.egressalias.internal.drift;

import java.util.function.BiPredicate;

/**
 * Compares lines, and not more often than is reasonable: two long texts that have nothing in common
 * take the square of their lengths. Comparisons are counted, and no clock is asked, so that the
 * same texts have the same end everywhere.
 */
final class ComparisonBudget implements BiPredicate<String, String> {
  /** A second or two; enough for a change of every object among hundreds. */
  private static final int COMPARISONS = 100_000_000;

  private int made;

  /** That there are too many differences. */
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
