package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The declaration that {@code egress explain} shows as wrong breaks its rule with the approved
 * message, and the one that it shows as right does not.
 */
final class RuleCasesTest {
  private static final Path APPROVED = Path.of("src/test/resources/rules");

  @ParameterizedTest
  @MethodSource("cases")
  void findingsOfTheWrongExampleAreAsApproved(RuleCase each) {
    Golden.verify(each.report(RuleCase.WRONG), APPROVED, each.rule().code(), ".txt");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void wrongExampleBreaksOnlyItsRuleOnce(RuleCase each) {
    List<Diagnostic> found = each.diagnostics(RuleCase.WRONG);
    assertEquals(1, found.stream().filter(d -> d.rule() == each.rule()).count(), found::toString);
    Set<Rule> calledFor =
        found.stream()
            .filter(d -> d.severity() != Severity.INFO)
            .map(Diagnostic::rule)
            .collect(Collectors.toSet());
    calledFor.remove(each.rule());
    if (each.rule() == Rule.TCP_PORT_TWICE) {
      // The first of two external names with a TCP port has a warning of its own.
      calledFor.remove(Rule.TCP_LISTENER);
    }
    assertEquals(Set.of(), calledFor);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void rightExampleHasNoErrorsOrWarnings(RuleCase each) {
    List<Diagnostic> found = each.diagnostics(RuleCase.RIGHT);
    assertEquals(
        List.of(),
        found.stream().filter(d -> d.severity() != Severity.INFO).toList(),
        each.rule().code());
    assertTrue(found.stream().noneMatch(d -> d.rule() == each.rule()), found::toString);
  }

  @Test
  void everyRuleHasItsFilesAndNoFileIsOrphaned() {
    Set<String> codes =
        Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(codes, names(RuleCase.FOLDER));
    for (RuleCase each : cases()) {
      assertEquals(Set.of("rule.md", RuleCase.RIGHT, RuleCase.WRONG), names(each.folder()));
    }
    assertEquals(
        codes.stream().map(code -> code + ".approved.txt").collect(Collectors.toSet()),
        names(APPROVED).stream()
            .filter(name -> !name.contains(".received."))
            .collect(Collectors.toSet()));
  }

  @Test
  void codesAreUniqueAndInOrder() {
    List<String> codes = Arrays.stream(Rule.values()).map(Rule::code).toList();
    assertEquals(codes.stream().distinct().sorted(Comparator.naturalOrder()).toList(), codes);
  }

  static List<RuleCase> cases() {
    return RuleCase.all();
  }

  private static Set<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
