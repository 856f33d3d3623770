package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks the promise "what renders, applies" with the code of Kubernetes and Istio, for drawn sets
 * and for sets with one mutation.
 *
 * <p>10,000 sets: {@code EGRESS_JUDGE=/path/to/judge mvn -B -Pjudge -pl egress-render -am test}.
 * Without the profile there are 200, or the number in {@code -Degress.sets}; {@code -Degress.seed}
 * repeats a run for which the profile chose the seed by the clock.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AgreementTest {
  private static final int SETS = Integer.getInteger("egress.sets", 200);
  private static final long SEED = Long.getLong("egress.seed", 1);

  /** With this number of sets, a rule or row that occurs rarely indicates a bad generator. */
  private static final int ENOUGH = 2000;

  private static final int OFTEN = 50;

  private Optional<Agreement> run = Optional.empty();

  /**
   * Draws once for all tests, but looks for the judge before each, so that each is reported as
   * skipped.
   */
  @BeforeEach
  void draw(@TempDir Path scratch) throws Exception {
    Judge judge = Judge.inOffice(scratch);
    if (run.isEmpty()) {
      run = Optional.of(Agreement.of(judge, SETS, SEED));
      System.out.printf("egress.sets=%d egress.seed=%d%n%s", SETS, SEED, agreement().counts());
    }
  }

  @Test
  void judgeAcceptsEverySetWithoutErrors() {
    assertEquals("", told(agreement().objectionsToDrawn()));
  }

  @Test
  void everyMutatedSetThatTheJudgeRefusesHasErrors() {
    assertEquals("", told(agreement().objectionsToMutated()));
  }

  @Test
  void everyRowAndEveryRuleOccursOften() {
    assumeTrue(SETS >= ENOUGH, "fewer than " + ENOUGH + " sets show too little of anything");
    assertEquals(List.of(), seldom(agreement().counts().compositions()), "rows of the composition");
    assertEquals(List.of(), seldom(agreement().counts().rules()), "rules");
  }

  @Test
  void mostSetsAreValidAndTheJudgeRefusesManyOthers() {
    Counts counts = agreement().counts();
    assertTrue(2 * counts.drawnAndAccepted > counts.drawn, "accepted");
    assertTrue(3 * counts.refusedByJudge > counts.refused, "refused by the judge as well");
  }

  private Agreement agreement() {
    return run.orElseThrow();
  }

  private static List<?> seldom(Map<?, Integer> counts) {
    return counts.entrySet().stream().filter(entry -> entry.getValue() < OFTEN).toList();
  }

  /** Each objection once, with its count and the first set that causes it. */
  private static String told(Map<String, List<String>> objections) {
    return objections.entrySet().stream()
        .map(
            objection ->
                "%s (%d times), as in%n%s%n"
                    .formatted(
                        objection.getKey(),
                        objection.getValue().size(),
                        objection.getValue().get(0)))
        .collect(Collectors.joining());
  }
}
