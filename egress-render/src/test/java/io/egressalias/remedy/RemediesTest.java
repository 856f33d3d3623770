package io.egressalias.remedy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Case;
import io.egressalias.Golden;
import io.egressalias.RuleCase;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Does what each remedy says, and reads the result. Those that lead nowhere are listed, each with
 * the reason; one that is put right leaves the list.
 */
final class RemediesTest {
  private static final Path LISTS = Path.of("src/test/resources/remedies");

  @Test
  void remediesOfTheRulesLeadToWhatIsAccepted() {
    Tally tally = new Tally();
    for (RuleCase each : RuleCase.all()) {
      tally.add(each.rule().code(), trial(each));
    }
    System.out.println(tally.counts());
    Golden.verify(tally.list(), LISTS, "rules", ".txt");
    assertTrue(tally.accepted() > 0, tally.counts());
  }

  @Test
  void remediesOfTheCasesLeadToWhatIsAccepted() throws IOException {
    Tally tally = new Tally();
    for (Case each : Case.all()) {
      tally.add(each.slug(), trial(each.source()));
    }
    System.out.println(tally.counts());
    Golden.verify(tally.list(), LISTS, "cases", ".txt");
    assertTrue(tally.accepted() > 0, tally.counts());
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
