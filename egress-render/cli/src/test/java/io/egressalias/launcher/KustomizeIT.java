package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Builds each directory of cases with kubectl and with kustomize. A case has {@code expected.yaml},
 * or {@code expected-error.txt} with the expected text of standard error. If it also has {@code
 * expected-warning.txt}, kustomize prints this text and kubectl does not.
 */
final class KustomizeIT {
  private static final Path CASES = Path.of("src/test/resources/kustomize");

  @TempDir private Path scratch = Path.of("");

  static List<Path> cases() throws IOException {
    return Directories.in(CASES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void kubectlRunsThePlugin(Path each) throws IOException, InterruptedException {
    Program.Outcome outcome = build(Kustomization.kubectl(scratch), each, text -> text);
    check(each, outcome);
    if (outcome.status() == 0) {
      assertEquals("", outcome.err());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void kustomizeRunsTheFunction(Path each) throws IOException, InterruptedException {
    Program.Outcome outcome =
        build(Kustomization.kustomize(scratch), each, Kustomization::annotated);
    check(each, outcome);
    Path warning = each.resolve("expected-warning.txt");
    if (Files.exists(warning)) {
      Expectation.assertSame(warning, outcome.err());
    } else if (outcome.status() == 0) {
      assertEquals("", outcome.err());
    }
  }

  private Program.Outcome build(Program program, Path each, UnaryOperator<String> change)
      throws IOException, InterruptedException {
    Path copy = Directories.copy(each, scratch.resolve("case"), change);
    return program.with(Kustomization.built(copy).toString()).run(scratch);
  }

  private static void check(Path each, Program.Outcome outcome) throws IOException {
    Path error = each.resolve("expected-error.txt");
    if (Files.exists(error)) {
      assertNotEquals(0, outcome.status());
      assertEquals("", outcome.out());
      for (String line : Files.readAllLines(error)) {
        assertTrue(outcome.err().contains(line), outcome.err());
      }
      return;
    }
    assertEquals(0, outcome.status(), outcome.err());
    Expectation.assertSame(each.resolve("expected.yaml"), outcome.out());
  }

  @Test
  void kubectlSilentlySkipsAConfigurationWithTheAnnotation()
      throws IOException, InterruptedException {
    Program.Outcome outcome =
        build(Kustomization.kubectl(scratch), CASES.resolve("one-alias"), Kustomization::annotated);
    assertEquals(new Program.Outcome(0, "", ""), outcome);
  }

  @Test
  void everyCaseHasOneExpectation() throws IOException {
    assertTrue(cases().size() >= 12, cases()::toString);
    for (Path each : cases()) {
      long expectations =
          Stream.of("expected.yaml", "expected-error.txt")
              .filter(name -> Files.exists(each.resolve(name)))
              .count();
      assertEquals(1, expectations, each.toString());
    }
  }
}
