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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of Services with external names and of Services with addresses. */
final class DirectImportsTest {
  private static final Path FOLDER = Path.of("src/test/resources/direct-imports");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void findingsAndDeclarationsAreAsApproved(String name) throws IOException {
    String text = Files.readString(FOLDER.resolve(name + ".yaml"));
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
    Golden.verify(all.toString(), FOLDER, name, ".txt");
  }
}
