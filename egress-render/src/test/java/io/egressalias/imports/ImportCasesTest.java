package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.report.TextReport;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.ObjectId;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports the manifests of the cases. */
final class ImportCasesTest {
  private static final String FILE = "<stdin>";

  @ParameterizedTest
  @MethodSource("cases")
  void caseIsImportedAsExpected(ImportCase each) {
    Imported imported =
        ManifestImporter.run(List.of(Source.of(FILE, each.input())), each.args().options());
    String report =
        new TextReport(Map.of(FILE, each.input())).print(imported.diagnostics())
            + text(imported.declarations());
    assertAll(
        report,
        () -> assertEquals(each.exit(), imported.has(Severity.ERROR) ? 1 : 0, "exit"),
        () -> assertDeclarations(each.declarations(), imported.declarations()),
        () -> assertEquals(each.roundTrip(), roundTrip(each, imported)),
        () -> assertEquals(each.leftovers(), leftovers(imported), "leftovers"),
        () -> assertEquals(each.findings(), ImportKinds.findings(imported.diagnostics())),
        () -> assertNotes(each.notes(), imported.diagnostics()));
  }

  private static String roundTrip(ImportCase each, Imported imported) {
    if (imported.declarations().isEmpty()) {
      return "none";
    }
    Set<String> differences =
        RoundTrip.differences(InputTrees.of(each.input()), imported, each.args().options());
    return differences.isEmpty() ? "equal" : "told";
  }

  private static void assertDeclarations(List<String> expected, List<ImportedDeclaration> actual) {
    List<EgressAliases> read = actual.stream().map(each -> read(each.text())).toList();
    assertEquals(actual.stream().map(ImportedDeclaration::value).toList(), read, "value and text");
    List<EgressAliases> wanted = expected.stream().map(ImportCasesTest::read).toList();
    assertEquals(
        wanted.stream().map(EgressAliases::platform).toList(),
        read.stream().map(EgressAliases::platform).toList());
    assertEquals(comparable(wanted), comparable(read));
  }

  /** Returns what is compared: the order of aliases, and where a value is inherited, is free. */
  private static List<String> comparable(List<EgressAliases> declarations) {
    return declarations.stream()
        .map(
            each ->
                ManifestRenderer.render(List.of(each)).stream()
                    .map(manifest -> ManifestYaml.write(List.of(manifest)))
                    .sorted()
                    .collect(Collectors.joining()))
        .toList();
  }

  private static EgressAliases read(String text) {
    Validated<List<EgressAliases>> read = DeclarationReader.read("egress.yaml", text);
    assertTrue(!read.has(Severity.ERROR), () -> read.diagnostics() + text);
    return read.orThrow().get(0);
  }

  private static Set<String> leftovers(Imported imported) {
    return imported.leftovers().stream()
        .map(ObjectId::qualified)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void assertNotes(Set<String> expected, List<Diagnostic> diagnostics) {
    Set<String> notes = ImportKinds.notes(diagnostics);
    assertTrue(notes.containsAll(expected), () -> "expected " + expected + ", found " + notes);
  }

  private static String text(List<ImportedDeclaration> declarations) {
    return declarations.stream()
        .map(ImportedDeclaration::text)
        .collect(Collectors.joining("---\n"));
  }

  static List<ImportCase> cases() {
    return ImportCase.all();
  }
}
