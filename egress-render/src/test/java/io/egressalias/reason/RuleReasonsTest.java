package io.egressalias.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.Golden;
import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reason of each rule holds: other programs refuse or misdirect what the rule refuses, and
 * accept and carry what it accepts.
 */
final class RuleReasonsTest {
  private static final String APPROVED = ".approved.txt";

  @ParameterizedTest
  @MethodSource("asked")
  void answersAreAsExpectedAndApproved(Rule rule, @TempDir Path scratch)
      throws IOException, InterruptedException {
    Asked asked = new Asked(scratch);
    StringBuilder text = new StringBuilder();
    for (Question question : Reason.of(rule).asked()) {
      text.append(question).append('\n');
      asked.answer(question).forEach(line -> text.append("  ").append(line).append('\n'));
    }
    Golden.verify(text.toString(), Reason.FOLDER, rule.code(), ".txt");
  }

  @Test
  void noAnswersAreOrphaned() throws IOException {
    List<String> expected = asked().stream().map(rule -> rule.code() + APPROVED).sorted().toList();
    try (Stream<Path> files = Files.list(Reason.FOLDER)) {
      assertEquals(
          expected,
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(APPROVED))
              .sorted()
              .toList());
    }
  }

  /** RuleClaimsTest reports a rule without a file. */
  static List<Rule> asked() {
    return Arrays.stream(Rule.values())
        .filter(rule -> Files.exists(Reason.file(rule)))
        .filter(rule -> !Reason.of(rule).asked().isEmpty())
        .toList();
  }
}
