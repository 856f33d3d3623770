package io.egressalias.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One value for each round of a measurement, as one figure.
 *
 * @param median the median of the rounds
 * @param lowest the lowest round
 * @param highest the highest round
 */
record Figure(double median, double lowest, double highest) {
  /** The largest distance between the median and a round, as a part of the median. */
  private static final double MOST = 0.2;

  private static final int DIGITS = 2;
  private static final int PRECISE = 9;

  static Figure of(List<Double> rounds) {
    return new Figure(median(rounds), Collections.min(rounds), Collections.max(rounds));
  }

  /** Divides each round by the same round of another, so that load in one round affects both. */
  static Figure ratio(List<Double> ours, List<Double> theirs) {
    if (ours.size() != theirs.size()) {
      throw new IllegalArgumentException(ours.size() + " rounds and " + theirs.size());
    }
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    return of(ratios);
  }

  /** Returns the middle value; of an even number of values, the average of the middle two. */
  static double median(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  Figure times(double factor) {
    return new Figure(median * factor, lowest * factor, highest * factor);
  }

  boolean isSteady() {
    return distance() <= MOST * median;
  }

  private double distance() {
    return Math.max(median - lowest, highest - median);
  }

  /**
   * Returns the median and the distance to the farthest round, such as {@code 1.93 ± 0.04}. The
   * distance has one digit and is rounded up; the median has no digit after it. A figure that is
   * not steady has its lowest and highest round only.
   */
  String text() {
    if (!isSteady()) {
      return "unsteady, " + digits(lowest) + " to " + digits(highest);
    }
    BigDecimal claim = exact(distance());
    BigDecimal smallest = BigDecimal.ONE.scaleByPowerOfTen(place(exact(median)) - DIGITS);
    claim = claim.max(smallest).round(new MathContext(1, RoundingMode.UP));
    BigDecimal shown = exact(median).setScale(-place(claim), RoundingMode.HALF_EVEN);
    return shown.toPlainString() + " ± " + claim.toPlainString();
  }

  private static String digits(double value) {
    BigDecimal exact = exact(value);
    return exact.setScale(DIGITS - 1 - place(exact), RoundingMode.HALF_EVEN).toPlainString();
  }

  /** Removes what the subtraction of two binary fractions adds, which rounding up would show. */
  private static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(PRECISE));
  }

  /** Returns the place of the first digit: 0 for 1 to 9, -1 for 0.1 to 0.9. */
  private static int place(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }
}
