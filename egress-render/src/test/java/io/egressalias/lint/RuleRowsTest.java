package io.egressalias.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Judges the sets in {@code lint/rows}, a file for each rule. {@code finds} has the severity and
 * the field of each finding of that rule; findings of other rules do not matter.
 */
final class RuleRowsTest {
  private static final Path ROWS = Path.of("src/test/resources/lint/rows");
  private static final int FEWEST = 4;

  record Row(String code, String id, String input, List<String> finds) {
    @Override
    public String toString() {
      return code + " " + id;
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void ruleFindsWhatIsWrong(Row row) {
    assertEquals(row.finds(), found(row, LintArguments.of(row.input())), row::toString);
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRuleHasSetsThatAreRight(Path file) throws IOException {
    List<Row> rows = rows(file);
    assertTrue(rows.size() >= FEWEST, file::toString);
    assertTrue(rows.stream().anyMatch(row -> row.finds().isEmpty()), file::toString);
  }

  /** What is not in the input is missing if the input is complete. */
  @ParameterizedTest
  @MethodSource("ofAbsence")
  void absenceIsAnErrorInACompleteSet(Row row) {
    List<String> errors =
        row.finds().stream().map(each -> each.replace("warning", "error")).toList();
    LintOptions usual = LintArguments.of(row.input());
    assertEquals(errors, found(row, new LintOptions(usual.platform(), true)), row::toString);
  }

  private static List<String> found(Row row, LintOptions options) {
    List<String> found = new ArrayList<>();
    for (Diagnostic each :
        ManifestLinter.run(List.of(Source.of("rows.yaml", row.input())), options)) {
      if (each.rule().code().equals(row.code())) {
        found.add(each.severity().word() + " " + each.path());
      }
    }
    return found;
  }

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(ROWS)) {
      return files.sorted().toList();
    }
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Path file : files()) {
      rows.addAll(rows(file));
    }
    return rows;
  }

  static List<Row> ofAbsence() throws IOException {
    return rows().stream()
        .filter(row -> row.code().equals("EGA1110") || row.code().equals("EGA1118"))
        .toList();
  }

  private static List<Row> rows(Path file) throws IOException {
    String code = Objects.requireNonNull(file.getFileName()).toString().replace(".yaml", "");
    List<Row> rows = new ArrayList<>();
    for (Object each : (List<?>) Readers.yaml12(Files.readString(file)).get(0)) {
      Map<?, ?> keys = (Map<?, ?>) each;
      List<String> finds =
          ((List<?>) Objects.requireNonNull(keys.get("finds")))
              .stream().map(String::valueOf).toList();
      rows.add(
          new Row(code, String.valueOf(keys.get("id")), String.valueOf(keys.get("input")), finds));
    }
    return rows;
  }
}
