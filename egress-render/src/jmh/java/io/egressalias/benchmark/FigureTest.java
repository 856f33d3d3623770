package io.egressalias.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureTest {
  @Test
  void theMedianIsTheMiddleValue() {
    assertEquals(2, Figure.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(1.5, Figure.median(List.of(2.0, 1.0)));
    assertThrows(IllegalArgumentException.class, () -> Figure.median(List.of()));
  }

  @Test
  void aRatioComparesTheSameRounds() {
    Figure ratio = Figure.ratio(List.of(2.0, 20.0, 6.0), List.of(1.0, 10.0, 2.0));
    assertEquals(new Figure(2, 2, 3), ratio);
    assertThrows(
        IllegalArgumentException.class, () -> Figure.ratio(List.of(1.0), List.of(1.0, 2.0)));
  }

  @ParameterizedTest
  @CsvSource({
    // The digits end where the rounds differ.
    "1.934, 1.91, 1.972, 1.93 ± 0.04",
    "1.934, 1.8, 2.0, 1.9 ± 0.2",
    "5.3, 5.1, 5.6, 5.3 ± 0.3",
    "0.0623, 0.0601, 0.0630, 0.062 ± 0.003",
    "1234, 1200, 1300, 1230 ± 70",
    "1234, 1100, 1300, 1200 ± 200",
    "98.6, 97, 100, 99 ± 2",
    // Equal rounds claim no more than three digits.
    "1.93456, 1.93456, 1.93456, 1.93 ± 0.01",
    "1234, 1234, 1234, 1230 ± 10",
    "0.5, 0.5, 0.5, 0.500 ± 0.001",
    // The distance is rounded up, also to the next place.
    "10, 9.05, 10.1, 10 ± 1",
    "100, 90.4, 100, 100 ± 10",
  })
  void theDigitsFollowFromTheSpread(double median, double low, double high, String text) {
    Figure figure = new Figure(median, low, high);
    assertTrue(figure.isSteady());
    assertEquals(text, figure.text());
  }

  @ParameterizedTest
  @CsvSource({
    "1.9, 1.5, 1.95, '1.5 to 2.0'",
    "1.9, 1.89, 2.5, '1.9 to 2.5'",
    "0.06, 0.047, 0.06, '0.047 to 0.060'",
  })
  void aFigureWithAWideSpreadIsNotPrinted(double median, double low, double high, String text) {
    Figure figure = new Figure(median, low, high);
    assertFalse(figure.isSteady());
    assertEquals("unsteady, " + text, figure.text());
  }
}
