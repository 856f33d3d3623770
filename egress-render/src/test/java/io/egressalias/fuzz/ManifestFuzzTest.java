package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ImportedDeclaration;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.internal.report.TextReport;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** For any manifests, problems are findings with a location, and what is written has no errors. */
final class ManifestFuzzTest {
  private static final String FILE = "any.yaml";
  private static final Tally TALLY = new Tally("manifests");

  @FuzzTest
  void imports(byte[] bytes) {
    TALLY.execution();
    Effort.bounded(() -> read(bytes));
  }

  private static void read(byte[] bytes) {
    Source source = Source.decode(FILE, bytes);
    Imported imported = ManifestImporter.run(List.of(source), ImportOptions.inferred());
    List<Diagnostic> findings = imported.diagnostics();
    for (Diagnostic finding : findings) {
      Places.checkWords(finding);
    }
    List<Diagnostic> located =
        findings.stream()
            .filter(finding -> finding.location().isPresent())
            .sorted(Comparator.comparing(finding -> finding.location().orElseThrow()))
            .toList();
    Places.check(located, FILE, source.text());
    if (!findings.isEmpty()) {
      assertFalse(new TextReport(Map.of(FILE, source.text())).print(findings).isBlank());
    }
    for (ImportedDeclaration declaration : imported.declarations()) {
      assertEquals(List.of(), errors(declaration));
      TALLY.rendered();
    }
  }

  private static List<Diagnostic> errors(ImportedDeclaration declaration) {
    return DeclarationReader.read("egress.yaml", declaration.text()).diagnostics().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .toList();
  }

  @AfterAll
  static void count() throws IOException {
    TALLY.print();
  }
}
