package io.egressalias.benchmark;

import io.egressalias.benchmark.Measurement.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The entry point for the scripts of {@code src/bench}. */
final class Main {
  private static final List<Subject> OURS =
      List.of(Subject.MODEL, Subject.CHECKED, Subject.DECLARATION);

  private Main() {}

  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    switch (args[0]) {
      case "compare" -> Comparison.print();
      case "ours" -> ours();
      case "same" -> requireSame(Path.of(args[1]), Path.of(args[2]));
      default -> throw new IllegalArgumentException("write `compare`, `ours` or `same A B`");
    }
  }

  private static void requireSame(Path ours, Path theirs) throws IOException {
    Optional<String> difference =
        Agreement.difference(Files.readString(ours), Files.readString(theirs));
    if (difference.isPresent()) {
      throw new IllegalStateException(theirs + ": not the same documents: " + difference.get());
    }
  }

  /** Prints a short table of our subjects: subject, nanoseconds and bytes for each document. */
  private static void ours() {
    String set = Given.mixed(1_000);
    int documents = Given.named(set).documents();
    Measurement measured = new Measurement();
    measured.add(List.of(set), OURS, 3, 3);
    for (Subject subject : OURS) {
      Figures figures = measured.of(set, subject);
      System.out.printf(
          "%s\t%.1f\t%.1f%n",
          subject, figures.nanoseconds() / documents, figures.bytes() / documents);
    }
  }
}
