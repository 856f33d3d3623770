package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.report.TextReport;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Istio;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each import, also of manifests with mistakes. */
final class ImportInvariantsTest {
  private static final String FILE = "in.yaml";
  private static final int DRAWN = Integer.getInteger("egress.imports", 500);

  /** Documents to import. */
  private record Given(String name, List<?> documents, ImportOptions options) {
    String text() {
      return MutatedCase.text(documents);
    }

    /** Of an object that is written twice, one can be refused, and the other imported. */
    boolean isRepeated() {
      Set<String> names = new HashSet<>();
      for (Map<?, ?> object : ClusterView.flat(documents)) {
        Object metadata = object.get("metadata");
        Map<?, ?> given = metadata instanceof Map<?, ?> map ? map : Map.of();
        String id = object.get("kind") + " " + given.get("namespace") + "/" + given.get("name");
        if (!names.add(id)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("given")
  void importsWhatLintsAndTellsWhatDiffers(Given each) {
    String text = each.text();
    Imported imported = ManifestImporter.run(List.of(Source.of(FILE, text)), each.options());
    String report =
        text
            + new TextReport(Map.of(FILE, text)).print(imported.diagnostics())
            + texts(imported).collect(Collectors.joining("---\n"));
    assertAll(
        report,
        () -> assertNoErrors(imported),
        () -> assertEquals(Set.of(), untold(each, imported), "differences without a finding"),
        () -> assertIdempotent(imported));
  }

  private static void assertNoErrors(Imported imported) {
    List<EgressAliases> read = texts(imported).map(ImportInvariantsTest::read).toList();
    assertEquals(RoundTrip.values(imported), read, "value and text");
  }

  /** Returns the aliases with differences and without a finding at one of their objects. */
  private static Set<String> untold(Given each, Imported imported) {
    Set<String> untold = new TreeSet<>();
    if (imported.declarations().isEmpty() || each.isRepeated()) {
      return untold;
    }
    ToldAliases told = ToldAliases.of(each.text(), FILE, imported, each.options());
    for (String part : RoundTrip.differences(each.documents(), imported, each.options())) {
      String alias = part.substring(0, part.indexOf(' '));
      if (!told.isTold(alias)) {
        untold.add(part);
      }
    }
    return untold;
  }

  /** What the declaration renders is imported as the same declaration. */
  private static void assertIdempotent(Imported imported) {
    for (ImportedDeclaration each : imported.declarations()) {
      EgressAliases value = each.value();
      String rendered = rendered(value);
      Imported again =
          ManifestImporter.run(
              List.of(Source.of(FILE, rendered)),
              new ImportOptions(value.platform(), value.namespace(), each.name(), false));
      assertFalse(again.has(Severity.ERROR), () -> rendered + again.diagnostics());
      assertEquals(
          rendered,
          RoundTrip.values(again).stream()
              .map(ImportInvariantsTest::rendered)
              .collect(Collectors.joining()));
      assertEquals(List.of(), again.leftovers());
    }
  }

  private static String rendered(EgressAliases value) {
    return ManifestYaml.write(ManifestRenderer.render(List.of(value)));
  }

  private static EgressAliases read(String text) {
    Validated<List<EgressAliases>> read = DeclarationReader.read("egress.yaml", text);
    List<Diagnostic> errors =
        read.diagnostics().stream().filter(d -> d.severity() == Severity.ERROR).toList();
    assertTrue(errors.isEmpty(), errors::toString);
    return read.orThrow().get(0);
  }

  private static Stream<String> texts(Imported imported) {
    return imported.declarations().stream().map(ImportedDeclaration::text);
  }

  static List<Given> given() {
    List<ImportCase> cases = ImportCase.all();
    return IntStream.range(0, cases.size() + DRAWN)
        .mapToObj(
            i -> {
              ImportCase each = cases.get(i % cases.size());
              List<?> documents = InputTrees.readable(each.input());
              boolean whole = i < cases.size();
              return new Given(
                  each.name() + (whole ? "" : " " + i),
                  whole ? documents : MutatedCase.of(documents, i),
                  whole ? each.args().options() : options(each, i));
            })
        .toList();
  }

  /** A third of what is drawn has the options of the case, and each other one a mesh. */
  private static ImportOptions options(ImportCase each, int number) {
    ImportOptions given = each.args().options();
    return switch (number % 3) {
      case 0 -> given;
      case 1 -> with(given, "1.27");
      default -> with(given, number % 2 == 0 ? "1.20" : "none");
    };
  }

  private static ImportOptions with(ImportOptions given, String istio) {
    return new ImportOptions(
        given.platform().toBuilder().istio(Istio.of(istio)).build(),
        given.namespace(),
        given.name(),
        given.splitByNamespace());
  }
}
