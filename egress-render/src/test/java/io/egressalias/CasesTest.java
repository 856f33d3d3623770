package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every declaration in the folders of cases, or prints its findings. */
final class CasesTest {
  private static final int FEWEST_BROKEN = 20;

  @ParameterizedTest
  @MethodSource("cases")
  void findingsAreAsApproved(Case each) throws IOException {
    Case.Outcome outcome = each.run();
    if (Golden.UPDATE) {
      Files.deleteIfExists(each.expectation(outcome.extension().equals(".txt") ? ".yaml" : ".txt"));
    }
    Golden.verify(
        outcome.text(), each.input().resolveSibling(""), each.slug(), outcome.extension());
  }

  @Test
  void everyCaseHasOneExpectation() {
    for (Case each : Case.all()) {
      long present =
          Stream.of(".yaml", ".txt").filter(e -> Files.exists(each.expectation(e))).count();
      assertEquals(1, present, "expectations of " + each);
    }
  }

  @Test
  void noFileIsOrphaned() {
    Set<Path> orphans = new TreeSet<>(Case.files());
    for (Case each : Case.all()) {
      orphans.removeAll(List.of(each.input(), each.expectation(".yaml"), each.expectation(".txt")));
    }
    assertEquals(Set.of(), orphans);
  }

  @Test
  void noExpectationIsEmpty() throws IOException {
    List<Path> expectations = new ArrayList<>(Case.expectations());
    assertFalse(expectations.isEmpty());
    for (Path each : expectations) {
      assertFalse(Files.readString(each).isBlank(), each.toString());
    }
  }

  @Test
  void enoughCasesHaveErrors() {
    long broken = Case.expectations().stream().filter(e -> e.toString().endsWith(".txt")).count();
    assertTrue(broken >= FEWEST_BROKEN, "only " + broken);
  }

  @Test
  void updatingFailsTheTest() {
    assertFalse(
        Golden.UPDATE,
        "expectations were rewritten: read their difference, then run without -Degress.update");
  }

  static List<Case> cases() {
    return Case.all();
  }
}
