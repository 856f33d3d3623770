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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The tables of rules about TLS and routes: each case is a set of manifests and all that is found
 * in it. Most were executed: what they find is what the sidecar does otherwise.
 */
final class TlsTablesTest {
  private static final Path FOLDER = Path.of("src/test/resources/lint-tls");
  private static final int FEWEST_OF_A_TABLE = 4;

  /** A case of a table. */
  record Row(String table, String id, LintOptions options, List<String> finds, String input) {
    @Override
    public String toString() {
      return table + ": " + id;
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsWhatTheTableSays(Row row) {
    List<String> found = new ArrayList<>();
    List<Diagnostic> findings =
        ManifestLinter.run(List.of(Source.of("in.yaml", row.input())), row.options());
    for (Diagnostic finding : findings) {
      found.add(finding.rule().code() + " " + finding.severity().name().toLowerCase(Locale.ROOT));
    }
    assertEquals(row.finds(), found.stream().sorted().toList(), findings::toString);
  }

  @Test
  void everyTableHasSeveralCases() throws IOException {
    Map<String, List<Row>> tables = rows().stream().collect(Collectors.groupingBy(Row::table));
    tables.forEach((table, rows) -> assertTrue(rows.size() >= FEWEST_OF_A_TABLE, table));
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (Object table : Readers.yaml12(Files.readString(file))) {
          for (Object each : (List<?>) table) {
            rows.add(row(String.valueOf(file.getFileName()), (Map<?, ?>) each));
          }
        }
      }
    }
    return rows;
  }

  private static Row row(String table, Map<?, ?> keys) {
    Object args = keys.get("args");
    return new Row(
        table,
        String.valueOf(keys.get("id")),
        args == null ? LintArguments.usual() : LintArguments.of("# args: " + args),
        finds(keys.get("finds")),
        String.valueOf(keys.get("input")));
  }

  private static List<String> finds(@Nullable Object list) {
    return list instanceof List<?> items
        ? items.stream().map(String::valueOf).sorted().toList()
        : List.of("`finds` is not written");
  }
}
