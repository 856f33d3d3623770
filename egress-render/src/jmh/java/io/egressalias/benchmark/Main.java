package io.egressalias.benchmark;

import java.util.List;
import java.util.Locale;

/** Started by the scripts of {@code src/bench}. */
final class Main {
  private static final List<Subject> OURS =
      List.of(Subject.MODEL, Subject.CHECKED, Subject.DECLARATION);

  private Main() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    switch (String.join(" ", args)) {
      case "compare" -> Comparison.print();
      case "ours" -> ours();
      default -> throw new IllegalArgumentException("write `compare` or `ours`");
    }
  }

  /** Prints what is ours, alone and short: a subject and its time for each document, in ns. */
  private static void ours() {
    String set = Given.mixed(1_000);
    int documents = Given.named(set).documents();
    Measurement measured = new Measurement();
    measured.add(List.of(set), OURS, 3, 3);
    for (Subject subject : OURS) {
      double time = measured.of(set, subject).nanoseconds() / documents;
      System.out.printf("%s\t%.1f%n", subject, time);
    }
  }
}
