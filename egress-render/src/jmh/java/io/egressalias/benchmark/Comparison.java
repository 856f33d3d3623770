package io.egressalias.benchmark;

import io.egressalias.benchmark.Measurement.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints the tables for README.md: every subject with every size, and ours and fabric8 for every
 * kind of alias. Fails before measuring if a subject writes other documents than we do.
 */
final class Comparison {
  private static final String ONE = Given.mixed(1);
  private static final String HUNDRED = Given.mixed(100);
  private static final String MANY = Given.mixed(10_000);

  /** The set to which the performance goals refer: 6,000 documents. */
  private static final String PAGE = Given.of(Sort.ADDRESSES, 2_000);

  private static final int OF_EACH_SORT = 100;
  private static final double MICRO = 1_000;
  private static final double MILLI = 1_000_000;

  private final Measurement measured = new Measurement();
  private final StringBuilder text = new StringBuilder();

  private Comparison() {}

  static void print() {
    new Comparison().run();
  }

  private void run() {
    // The check of 10,000 aliases would take a minute, and they are of the same kinds as the
    // hundred.
    requireAgreement(List.of(ONE, HUNDRED, PAGE));
    requireAgreement(sorts());
    measured.add(List.of(ONE, HUNDRED, MANY, PAGE), List.of(Subject.values()), 3, 3);
    measured.add(sorts(), List.of(Subject.MODEL, Subject.FABRIC8), 2, 2);
    writeSubjects();
    writeSorts();
    System.out.print(text);
  }

  private static List<String> sorts() {
    return Arrays.stream(Sort.values()).map(sort -> Given.of(sort, OF_EACH_SORT)).toList();
  }

  private static void requireAgreement(List<String> sets) {
    for (String set : sets) {
      Optional<String> difference = Agreement.difference(set);
      if (difference.isPresent()) {
        throw new IllegalStateException("not the same documents: " + difference.get());
      }
    }
  }

  private void writeSubjects() {
    line("| | 1 alias | 100 | 10,000 | 6,000 documents | allocated |");
    line("|---|---:|---:|---:|---:|---:|");
    for (Subject subject : Subject.values()) {
      line(
          "| %s | %s | %s | %s | %s | %s |",
          subject.title(),
          perDocument(ONE, subject),
          perDocument(HUNDRED, subject),
          perDocument(MANY, subject),
          whole(subject),
          allocated(subject));
    }
    line("");
  }

  private void writeSorts() {
    line("| aliases | cluster | ours | fabric8 |");
    line("|---|---|---:|---:|");
    for (Sort sort : Sort.values()) {
      String set = Given.of(sort, OF_EACH_SORT);
      line(
          "| %s | %s | %s | %s |",
          sort.title(),
          sort.cluster().title(),
          perDocument(set, Subject.MODEL),
          perDocument(set, Subject.FABRIC8));
    }
  }

  private String perDocument(String set, Subject subject) {
    double time = measured.of(set, subject).nanoseconds() / Given.named(set).documents();
    return "%.2f µs".formatted(time / MICRO) + ratio(set, subject);
  }

  private String whole(Subject subject) {
    double time = measured.of(PAGE, subject).nanoseconds();
    return "%.1f ms".formatted(time / MILLI) + ratio(PAGE, subject);
  }

  private String ratio(String set, Subject subject) {
    double ours = measured.of(set, Subject.MODEL).nanoseconds();
    return subject == Subject.MODEL
        ? ""
        : " (%.1f)".formatted(measured.of(set, subject).nanoseconds() / ours);
  }

  private String allocated(Subject subject) {
    Figures theirs = measured.of(PAGE, subject);
    Figures ours = measured.of(PAGE, Subject.MODEL);
    String size = "%,.0f B".formatted(theirs.bytes() / Given.named(PAGE).documents());
    return subject == Subject.MODEL
        ? size
        : size + " (%.1f)".formatted(theirs.bytes() / ours.bytes());
  }

  private void line(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
  }
}
