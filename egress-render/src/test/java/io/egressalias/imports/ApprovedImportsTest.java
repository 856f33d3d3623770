package io.egressalias.imports;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.Golden;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of Services with external names and with addresses, and of Istio's objects: routed
 * aliases, rules, routes and ServiceEntries.
 */
final class ApprovedImportsTest {
  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String END = ".yaml";

  static List<Path> inputs() throws IOException {
    List<Path> inputs = new ArrayList<>();
    for (String folder : List.of("direct-imports", "istio-imports")) {
      try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(END)).sorted().forEach(inputs::add);
      }
    }
    return inputs;
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void findingsAndDeclarationsAreAsApproved(Path input) throws IOException {
    String text = Files.readString(input);
    Imported imported =
        ManifestImporter.run(
            List.of(Source.of("in.yaml", text)), ImportArguments.of(text).options());
    StringBuilder all = new StringBuilder();
    for (Diagnostic finding : imported.diagnostics()) {
      all.append(finding).append('\n');
    }
    for (ImportedDeclaration declaration : imported.declarations()) {
      all.append("---\n").append(declaration.text());
      assertFalse(
          DeclarationReader.read("out.yaml", declaration.text()).has(Severity.ERROR),
          declaration.text());
    }
    String name = input.getFileName().toString().replace(END, "");
    Golden.verify(all.toString(), input.resolveSibling(""), name, ".txt");
  }
}
