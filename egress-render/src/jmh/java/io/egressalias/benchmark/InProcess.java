package io.egressalias.benchmark;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.runner.options.TimeValue;

/** The libraries, with sets of aliases: this one and its peers. */
final class InProcess {
  static final List<Subject> OURS = List.of(Subject.MODEL, Subject.CHECKED, Subject.DECLARATION);

  private static final String ONE = Given.mixed(1);
  private static final String HUNDRED = Given.mixed(100);
  private static final String MANY = Given.mixed(10_000);

  /** 6,000 documents like those of Istio's task page. */
  private static final String PAGE = Given.of(Sort.ADDRESSES, 2_000);

  private static final List<String> SETS = List.of(ONE, HUNDRED, MANY, PAGE);
  private static final Map<String, String> TITLES = Map.of(ONE, "1 alias", PAGE, "6,000 documents");
  private static final int ENOUGH_TO_CHECK = 100;
  private static final Measurement MEASUREMENT =
      new Measurement(TimeValue.seconds(2), TimeValue.seconds(1));
  private static final Measurement SHORT =
      new Measurement(TimeValue.milliseconds(10), TimeValue.milliseconds(10));

  private InProcess() {}

  static Work work(Subject subject, String set) {
    return new Work(subject.title(), TITLES.getOrDefault(set, Given.size(set) + " aliases"));
  }

  static void round(Costs costs) {
    MEASUREMENT.round(SETS, List.of(Subject.values()), costs);
  }

  /** Runs JMH with one alias, only to show that it works. */
  static void shortRound(Costs costs) {
    SHORT.round(List.of(ONE), List.of(Subject.MODEL, Subject.FABRIC8), costs);
  }

  /** Fails if a subject writes other documents than we do. */
  static void requireAgreement() {
    // The check of 10,000 aliases would take a minute, and they are of the same kinds as these.
    require(Given.mixed(ENOUGH_TO_CHECK));
    for (Sort sort : Sort.values()) {
      require(Given.of(sort, 2));
    }
  }

  private static void require(String set) {
    Optional<String> difference = Agreement.difference(set);
    if (difference.isPresent()) {
      throw new IllegalStateException("not the same documents: " + difference.get());
    }
  }

  static void order(Costs costs) {
    for (String set : SETS) {
      costs.order(work(Subject.MODEL, set), work(Subject.CHECKED, set));
      costs.order(work(Subject.CHECKED, set), work(Subject.DECLARATION, set));
    }
    for (Subject subject : Subject.values()) {
      costs.order(work(subject, ONE), work(subject, HUNDRED));
      costs.order(work(subject, HUNDRED), work(subject, MANY));
    }
  }

  static void addRows(Table table) {
    for (String set : SETS) {
      Work model = work(Subject.MODEL, set);
      for (Subject subject : Subject.values()) {
        Work other = work(subject, set);
        if (!OURS.contains(subject)) {
          table.add(model, other);
        } else if (subject != Subject.MODEL) {
          table.add(other, model);
        }
      }
    }
  }
}
