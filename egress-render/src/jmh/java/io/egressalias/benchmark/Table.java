package io.egressalias.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The printed table: one row for each comparison of two works. */
final class Table {
  private static final double MILLI = 1e3;
  private static final double MICRO = 1e6;
  private static final double SHORT = 1e-3;
  private static final String HEAD =
      """
      | ours | of | beside | CPU | wall | allocated | CPU of ours | wall of ours |
      |---|---|---|---:|---:|---:|---:|---:|
      """;

  private final Costs costs;
  private final StringBuilder text = new StringBuilder(HEAD);
  private final List<String> refused = new ArrayList<>();

  Table(Costs costs) {
    this.costs = costs;
  }

  /** Adds a row, unless one of the two was not measured. */
  void add(Work ours, Work beside) {
    if (!costs.has(ours) || !costs.has(beside)) {
      return;
    }
    Optional<String> refusal = costs.refusal(ours).or(() -> costs.refusal(beside));
    if (refusal.isPresent()) {
      refused.add(ours.title() + " beside " + beside.name() + ": " + refusal.get());
      return;
    }
    cells(
        ours.name(),
        ours.size(),
        beside.name(),
        ratio(ours, beside, Cost::cpu),
        ratio(ours, beside, Cost::wall),
        allocated(ours, beside),
        time(ours, Cost::cpu),
        time(ours, Cost::wall));
  }

  /** Returns the rows that cannot be true, with the reasons; they are not in the text. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  String text() {
    return text.toString();
  }

  private void cells(String... cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private String ratio(Work ours, Work beside, ToDoubleFunction<Cost> part) {
    return Figure.ratio(costs.of(ours, part), costs.of(beside, part)).text();
  }

  private String allocated(Work ours, Work beside) {
    boolean measured =
        costs.of(ours, Cost::bytes).get(0) > 0 && costs.of(beside, Cost::bytes).get(0) > 0;
    return measured ? ratio(ours, beside, Cost::bytes) : "";
  }

  private String time(Work work, ToDoubleFunction<Cost> part) {
    Figure seconds = Figure.of(costs.of(work, part));
    return seconds.median() < SHORT
        ? seconds.times(MICRO).text() + " µs"
        : seconds.times(MILLI).text() + " ms";
  }
}
