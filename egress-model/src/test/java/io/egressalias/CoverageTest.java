package io.egressalias;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks {@code COVERAGE.md} against the rules. */
final class CoverageTest {
  private static final Path FILE = Path.of("COVERAGE.md");
  private static final String BEYOND = "Rules beyond the judges";
  private static final Pattern CODE = Pattern.compile("EGA\\w*");

  /** Codes, a reason, or both. */
  private static final Pattern COVER =
      Pattern.compile("(`EGA\\d{4}`(, |; |$))*((type|unreachable): \\S.+)?");

  private record Row(String section, List<String> cells) {

    String cover() {
      return cells.get(cells.size() - 1);
    }
  }

  @Test
  void everyRowIsCovered() {
    for (Row row : rows()) {
      boolean beyond = row.section().equals(BEYOND);
      assertEquals(beyond ? 2 : 3, row.cells().size(), row::toString);
      row.cells().forEach(cell -> assertTrue(!cell.isBlank(), row::toString));
      assertTrue(beyond || COVER.matcher(row.cover()).matches(), row::toString);
    }
  }

  @Test
  void everyNamedRuleExists() {
    for (String code : codes(rows())) {
      assertTrue(Rule.of(code).isPresent(), code);
    }
  }

  /**
   * Rules about text and structure, 00xx and 01xx, are not about the objects of the coverage table,
   * and neither are rules about manifests, 11xx and 12xx, which refuse no declaration.
   */
  @Test
  void everyRuleIsNamed() {
    Set<String> missing =
        Arrays.stream(Rule.values())
            .map(Rule::code)
            .filter(code -> code.compareTo("EGA0200") > 0 && code.compareTo("EGA1100") < 0)
            .collect(Collectors.toSet());
    missing.removeAll(codes(rows()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void noRowIsRepeated() {
    Set<String> said = new HashSet<>();
    for (Row row : rows()) {
      assertTrue(said.add(row.section() + ": " + row.cells().get(0)), row::toString);
    }
  }

  private static Set<String> codes(List<Row> rows) {
    Set<String> codes = new HashSet<>();
    for (Row row : rows) {
      Matcher matcher = CODE.matcher(row.cover() + row.cells().get(0));
      while (matcher.find()) {
        codes.add(matcher.group());
      }
    }
    return codes;
  }

  private static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (String line : lines()) {
      if (line.startsWith("## ")) {
        section = line.substring(3);
      } else if (line.startsWith("| ") && !line.matches("\\| (what|rule) \\|.*")) {
        String inner = line.substring(2, line.length() - 2);
        rows.add(new Row(section, List.of(inner.split(" \\| ", -1))));
      }
    }
    assertTrue(rows.size() > 200, () -> rows.size() + " rows");
    return rows;
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
