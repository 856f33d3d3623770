package io.egressalias.remedy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Case;
import io.egressalias.Golden;
import io.egressalias.RuleCase;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Applies each remedy and reads the result. The remedies that lead to no accepted declaration are
 * listed, each with the reason; a remedy that is corrected must leave the list.
 */
final class RemediesTest {
  private static final Path LISTS = Path.of("src/test/resources/remedies");

  /** Keeps an update of the lists from hiding a harness that no longer applies remedies. */
  private static final int FEWEST_OF_RULES = 100;

  private static final int FEWEST_OF_CASES = 80;

  @Test
  void remediesOfTheRulesLeadToWhatIsAccepted() {
    Tally tally = new Tally();
    for (RuleCase each : RuleCase.all()) {
      // A remedy of a manifest says how to get other manifests, mostly with another command.
      if (!each.isOfImport() && !each.isOfLint()) {
        tally.add(each.rule().code(), trial(each));
      }
    }
    assertTrue(tally.accepted() >= FEWEST_OF_RULES, tally.counts());
    Golden.verify(tally.list(), LISTS, "rules", ".txt");
  }

  @Test
  void remediesOfTheCasesLeadToWhatIsAccepted() throws IOException {
    Tally tally = new Tally();
    for (Case each : Case.all()) {
      tally.add(each.slug(), trial(each.source()));
    }
    assertTrue(tally.accepted() >= FEWEST_OF_CASES, tally.counts());
    Golden.verify(tally.list(), LISTS, "cases", ".txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Write `8443`| RIGHT",
        "Write `443`| ACCEPTED",
        "Write `port: 8443`| RIGHT",
        "Write `port: 99999`| FAILED",
        "Write another port| FAILED",
        "Remove `port`| FAILED",
        "Remove `prot`| FAILED",
        "Rename the alias to `Shop`| FAILED",
        "Split the alias into several aliases| MANUAL",
        "Let the client write `443`| FAILED"
      })
  void remediesAreJudgedByWhatTheyLeadTo(String remedy, Outcome.Kind expected) {
    Trial trial = trial(new RuleCase(Rule.PORT_RANGE));
    Diagnostic finding = trial.findings().get(0);
    Outcome outcome = trial.outcome(finding, Remedy.of(remedy).alternatives().get(0));
    assertEquals(expected, outcome.kind(), outcome.reason());
  }

  private static Trial trial(RuleCase rule) {
    Optional<List<Tree>> right = Trees.read(rule.source(RuleCase.RIGHT).text());
    return new Trial(
        rule.source(RuleCase.WRONG).text(),
        rule.diagnostics(RuleCase.WRONG, rule.source(RuleCase.WRONG)),
        right.map(Trees::write).orElse(""),
        text -> rule.diagnostics(RuleCase.WRONG, Source.of(RuleCase.WRONG, text)));
  }

  /** What is good to know is tried with the rules. */
  private static Trial trial(Source source) {
    Function<String, List<Diagnostic>> reader = text -> read(Source.of(source.name(), text));
    List<Diagnostic> found = read(source);
    boolean broken = found.stream().anyMatch(each -> each.severity() == Severity.ERROR);
    return new Trial(
        source.text(),
        found.stream().filter(each -> broken && each.severity() != Severity.INFO).toList(),
        "",
        reader);
  }

  private static List<Diagnostic> read(Source source) {
    return DeclarationReader.read(List.of(source), Assumptions.none()).diagnostics();
  }
}
