package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Declarations;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.report.TextReport;
import io.egressalias.internal.text.BothReaders;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/**
 * For any text, errors are findings with a location in the text, and the reader of the usual form
 * agrees with the parser.
 */
final class ReaderFuzzTest {
  private static final String FILE = "any.yaml";
  private static final Tally TALLY = new Tally("reader");

  @FuzzTest
  void reads(byte[] bytes) {
    TALLY.execution();
    Effort.bounded(() -> read(bytes));
  }

  private static void read(byte[] bytes) {
    Source source = Source.decode(FILE, bytes);
    BothReaders.areSame(source.text());
    Validated<Declarations> read = DeclarationReader.read(List.of(source), Assumptions.none());
    List<Diagnostic> findings = read.diagnostics();
    Places.check(findings, FILE, source.text());
    if (!findings.isEmpty()) {
      assertFalse(new TextReport(Map.of(FILE, source.text())).print(findings).isBlank());
    }
    if (!read.has(Severity.ERROR)) {
      assertFalse(ManifestRenderer.render(read.map(Declarations::documents)).isEmpty());
      TALLY.rendered();
    }
  }

  @AfterAll
  static void count() throws IOException {
    TALLY.print();
  }
}
