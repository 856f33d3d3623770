package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.declaration.Overrides;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.TextReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Judges the manifests of the cases. */
final class ManifestCasesTest {
  private static final String FILE = "<stdin>";
  private static final int FEWEST = 40;

  @ParameterizedTest
  @MethodSource("cases")
  void worstFindingIsAsExpected(ManifestCase each) {
    List<Diagnostic> found = judged(each.input());
    String report = new TextReport(Map.of(FILE, each.input())).print(found);
    assertAll(
        report,
        () -> assertEquals(each.expect(), worst(found, each.expect())),
        () -> assertTrue(has(each, found), each.of()));
  }

  /** The order of the documents of a set does not matter. */
  @ParameterizedTest
  @MethodSource("cases")
  void orderOfTheDocumentsDoesNotMatter(ManifestCase each) {
    List<String> documents = new ArrayList<>(List.of(each.input().split("(?m)^---\n")));
    Collections.reverse(documents);
    assertEquals(
        worst(judged(each.input()), each.expect()),
        worst(judged(String.join("---\n", documents)), each.expect()));
  }

  @Test
  void idsAreUnique() {
    Set<String> ids = new HashSet<>();
    for (ManifestCase each : cases()) {
      assertTrue(ids.add(each.id()), each::id);
    }
    assertTrue(ids.size() >= FEWEST);
  }

  private static List<Diagnostic> judged(String input) {
    return Linting.of(
            List.of(Source.of(FILE, input)),
            Assumptions.none(),
            Overrides.of(OptionStyle.COMMAND_LINE),
            LintArguments.of(input))
        .diagnostics();
  }

  /** Where nothing needs a change, an info is as good as no finding. */
  private static String worst(List<Diagnostic> found, String expected) {
    String worst =
        found.stream()
            .map(Diagnostic::severity)
            .max(Comparator.naturalOrder())
            .map(Severity::word)
            .orElse("ok");
    return expected.equals("ok") && worst.equals("info") ? "ok" : worst;
  }

  private static boolean has(ManifestCase each, List<Diagnostic> found) {
    return each.expect().equals("ok")
        || each.code().isEmpty()
        || found.stream()
            .anyMatch(
                finding ->
                    finding.rule().code().equals(each.code())
                        && finding.severity().word().equals(each.expect()));
  }

  static List<ManifestCase> cases() {
    return ManifestCase.all();
  }
}
