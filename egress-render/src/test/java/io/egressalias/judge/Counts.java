package io.egressalias.judge;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.UncheckedRendering;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what occurs in the sets, because sets without variety prove nothing. */
final class Counts {
  /**
   * Rules that a model value cannot break, because they are about text or a type excludes them; in
   * addition to the families of text, structure, kustomize and import.
   */
  private static final Set<Rule> OF_TEXT =
      EnumSet.of(Rule.TLS_FIELD, Rule.ISTIO_MUTUAL, Rule.CONTRADICTING_OPTION, Rule.VERSION);

  private final Map<Rule, Row> rules = new EnumMap<>(Rule.class);
  private final Map<String, Integer> compositions = new TreeMap<>();
  int drawn;
  int drawnAndAccepted;
  int accepted;
  int refused;
  int refusedByJudge;
  int documents;

  Counts() {
    for (Rule rule : Rule.values()) {
      if (!rule.code().matches("EGA(0[01]|10|12)..") && !OF_TEXT.contains(rule)) {
        rules.put(rule, new Row());
      }
    }
    UncheckedRendering.rows().forEach(row -> compositions.put(row, 0));
  }

  /** Counts a candidate, and whether the judge refuses it as well. */
  void add(Candidate candidate, boolean refusedByJudge) {
    Set<Rule> errors = candidate.errors();
    if (candidate.isDrawn()) {
      drawn++;
      drawnAndAccepted += errors.isEmpty() ? 1 : 0;
    }
    for (Rule rule : candidate.rules()) {
      Row row = rules.computeIfAbsent(rule, r -> new Row());
      row.fired++;
      if (errors.size() == 1 && errors.contains(rule) && !candidate.manifests().isEmpty()) {
        row.alone++;
        if (!refusedByJudge) {
          row.aloneAndTaken++;
          row.example = example(candidate, rule);
        }
      }
    }
    documents += candidate.manifests().size();
    if (errors.isEmpty()) {
      accepted++;
      compositions(candidate);
    } else {
      refused++;
      this.refusedByJudge += refusedByJudge ? 1 : 0;
    }
  }

  private static String example(Candidate candidate, Rule rule) {
    return candidate.findings().stream()
        .filter(found -> found.rule() == rule)
        .findFirst()
        .map(found -> candidate.origin() + ": " + found.message().replace("\n", "\\n"))
        .orElse("");
  }

  private void compositions(Candidate candidate) {
    for (EgressAliases declaration : candidate.set()) {
      for (EgressAlias alias : declaration.aliases()) {
        compositions.merge(
            UncheckedRendering.row(declaration.resolve(alias), declaration.platform()),
            1,
            Integer::sum);
      }
    }
  }

  /** The number of findings of each rule that a model value can break. */
  Map<Rule, Integer> rules() {
    Map<Rule, Integer> fired = new EnumMap<>(Rule.class);
    rules.forEach((rule, row) -> fired.put(rule, row.fired));
    return fired;
  }

  /** The number of times each row of the table was rendered. */
  Map<String, Integer> compositions() {
    return compositions;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("drawn: %d sets, of which we accept %d%n".formatted(drawn, drawnAndAccepted));
    text.append("with those that were mutated: we accept %d, ".formatted(accepted));
    text.append("refuse %d (the judge as well: %d)%n".formatted(refused, refusedByJudge));
    text.append("documents judged: %d%n%n".formatted(documents));
    compositions.forEach((row, number) -> text.append("%-24s %7d%n".formatted(row, number)));
    text.append(
        "%n%-39s %7s %9s %s%n".formatted("rule", "fired", "by itself", "taken by judge, such as"));
    rules.forEach(
        (rule, row) ->
            text.append(
                "%s %-8s %-32s %5d %9d %16d   %s%n"
                    .formatted(
                        rule.code(),
                        rule.severity().word(),
                        rule,
                        row.fired,
                        row.alone,
                        row.aloneAndTaken,
                        row.example)));
    return text.toString();
  }

  private static final class Row {
    int fired;
    int alone;
    int aloneAndTaken;
    String example = "";
  }
}
