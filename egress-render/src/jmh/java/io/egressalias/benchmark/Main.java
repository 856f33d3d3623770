package io.egressalias.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.options.TimeValue;

/** The entry point for the scripts of {@code src/bench}. */
final class Main {
  private static final int ROUNDS = 3;
  private static final int MOST = 10_000;
  private static final int FEW = 100;
  private static final double NANO = 1e9;

  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    switch (args[0]) {
      case "table" -> table(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
      case "short" -> shortForm(Path.of(args[1]), Path.of(args[2]), Path.of(args[3]));
      case "ours" -> ours();
      default ->
          throw new IllegalArgumentException(
              "write `table` or `short` with SCRATCH SOURCES LAUNCHER, or `ours`");
    }
  }

  private static Commands commands(
      Path scratch, Path sources, Path launcher, int most, Costs costs) {
    Commands commands = new Commands();
    Starts starts = new Starts(scratch, launcher);
    starts.add(commands, costs);
    new Peers(starts, sources, commands, costs).add(most);
    starts.addKustomize(commands, costs);
    return commands;
  }

  /** Prints the table. Exits with 1 if it has refused a row. */
  private static void table(Path scratch, Path sources, Path launcher) {
    InProcess.requireAgreement();
    Costs costs = new Costs();
    Commands commands = commands(scratch, sources, launcher, MOST, costs);
    InProcess.order(costs);
    for (int round = 0; round < ROUNDS; round++) {
      InProcess.round(costs);
      commands.round(costs);
    }
    Table table = new Table(costs);
    InProcess.addRows(table);
    commands.addRows(table);
    System.out.print(table.text());
    table.refused().forEach(row -> System.err.println("refused: " + row));
    if (!table.refused().isEmpty()) {
      System.exit(1);
    }
  }

  /** Prints no figure: fails if a peer writes other documents, or if something cannot run. */
  private static void shortForm(Path scratch, Path sources, Path launcher) {
    InProcess.requireAgreement();
    Costs costs = new Costs();
    commands(scratch, sources, launcher, FEW, costs);
    InProcess.shortRound(costs);
  }

  /** Prints a short table of our subjects: subject, nanoseconds and bytes for each document. */
  private static void ours() {
    String set = Given.mixed(1_000);
    int documents = Given.named(set).documents();
    Costs costs = new Costs();
    Measurement measurement = new Measurement(TimeValue.seconds(3), TimeValue.seconds(3));
    for (int round = 0; round < ROUNDS; round++) {
      measurement.round(List.of(set), InProcess.OURS, costs);
    }
    for (Subject subject : InProcess.OURS) {
      Work work = InProcess.work(subject, set);
      System.out.printf(
          "%s\t%.1f\t%.1f%n",
          subject,
          Figure.median(costs.of(work, Cost::wall)) * NANO / documents,
          Figure.median(costs.of(work, Cost::bytes)) / documents);
    }
  }
}
