package io.egressalias.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static final Work OURS = new Work("ours", "1");
  private static final Work CHECKED = new Work("checked", "1");
  private static final Work PEER = new Work("peer", "1");

  private final Costs costs = new Costs();
  private final Table table = new Table(costs);

  private void measured(Work work, double... rounds) {
    for (double round : rounds) {
      costs.add(work, new Cost(round, round * 2, 0));
    }
  }

  private List<String> rows() {
    return table.text().lines().skip(2).toList();
  }

  @Test
  void aRowHasRatiosAndTimes() {
    measured(OURS, 0.100, 0.101, 0.099);
    measured(PEER, 0.200, 0.202, 0.198);
    table.add(OURS, PEER);
    assertEquals(
        List.of("| ours | 1 | peer | 0.500 ± 0.001 | 0.500 ± 0.001 |  | 100 ± 1 ms | 200 ± 2 ms |"),
        rows());
  }

  @Test
  void shortTimesAreMicroseconds() {
    measured(OURS, 0.00001, 0.00001, 0.00001);
    measured(PEER, 0.00001, 0.00001, 0.00001);
    table.add(OURS, PEER);
    assertTrue(rows().get(0).endsWith("| 10.0 ± 0.1 µs | 20.0 ± 0.1 µs |"), table.text());
  }

  @Test
  void aWorkThatWasNotMeasuredHasNoRow() {
    measured(OURS, 1);
    table.add(OURS, PEER);
    table.add(PEER, OURS);
    assertEquals(List.of(), rows());
    assertEquals(List.of(), table.refused());
  }

  @Test
  void aRowThatCannotBeTrueIsRefused() {
    measured(OURS, 2, 2, 2);
    measured(CHECKED, 1, 1, 3);
    measured(PEER, 4, 4, 4);
    costs.order(OURS, CHECKED);
    table.add(CHECKED, PEER);
    table.add(OURS, PEER);
    assertEquals(List.of(), rows());
    assertEquals(
        List.of(
            "checked (1) beside peer: checked (1) cannot cost less than ours (1)",
            "ours (1) beside peer: checked (1) cannot cost less than ours (1)"),
        table.refused());
  }

  @Test
  void aRowThatCanBeTrueIsPrinted() {
    measured(OURS, 2, 2, 2);
    measured(CHECKED, 2, 2, 1);
    costs.order(OURS, CHECKED);
    costs.order(OURS, PEER);
    table.add(CHECKED, OURS);
    assertEquals(1, rows().size());
    assertFalse(costs.refusal(OURS).isPresent());
  }

  @Test
  void aCostOfSeveralIsTheMedianOfEachPart() {
    assertEquals(
        new Cost(2, 5, 0),
        Cost.median(List.of(new Cost(1, 5, 0), new Cost(2, 9, 0), new Cost(3, 4, 0))));
  }
}
