package io.egressalias.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that run in turn, and their rows of the table. */
final class Commands {
  private static final int TURNS = 3;

  /** A command that takes longer runs in one turn only. */
  private static final double LONG_SECONDS = 0.7;

  private static final double MILLI = 1e3;

  private final List<Command> commands = new ArrayList<>();
  private final Map<Work, Cost> first = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(Work ours, Work beside) {}

  /** Runs a command once, and includes it unless it takes too long or is already included. */
  void add(Command command) {
    if (first.containsKey(command.work())) {
      return;
    }
    Optional<Cost> cost = command.measure(1);
    if (cost.isEmpty()) {
      System.err.println("left out, because it takes too long: " + command.work().title());
      return;
    }
    System.err.printf("%5.0f ms of CPU: %s%n", cost.get().cpu() * MILLI, command.work().title());
    first.put(command.work(), cost.get());
    commands.add(command);
  }

  /** Fails if the objects that a command has printed are not those of another. */
  void requireSame(Command ours, Command theirs) {
    if (first.containsKey(theirs.work())) {
      Optional<String> difference = Agreement.difference(ours.text(), theirs.text());
      if (difference.isPresent()) {
        throw new IllegalStateException(
            theirs.work().title() + ": not the same documents: " + difference.get());
      }
    }
  }

  void row(Work ours, Work beside) {
    rows.add(new Row(ours, beside));
  }

  void addRows(Table table) {
    rows.forEach(row -> table.add(row.ours(), row.beside()));
  }

  /** Adds the median cost of several turns of each command. */
  void round(Costs costs) {
    Map<Work, List<Cost>> turns = new HashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      for (Command command : commands) {
        Cost expected = first.getOrDefault(command.work(), new Cost(0, 0, 0));
        if (turn == 0 || expected.wall() < LONG_SECONDS) {
          Cost cost = command.measure(Command.runs(expected)).orElseThrow();
          turns.computeIfAbsent(command.work(), work -> new ArrayList<>()).add(cost);
        }
      }
    }
    turns.forEach((work, measured) -> costs.add(work, Cost.median(measured)));
  }
}
