package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Severity;
import io.egressalias.files.SourceFiles;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GitOpsFilesTest {
  private static final Path EXAMPLE = Path.of("gitops");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "argocd/application.yaml",
        "argocd/argocd-cm.yaml",
        "flux/aliases.yaml",
        "prometheus/servicemonitor.yaml"
      })
  void fileOfAToolIsYamlAndInTheReadme(String file) throws IOException {
    var options = new ImportOptions(Platform.of("1.34", "1.27"), Optional.empty(), "a", false);
    Imported imported = ManifestImporter.run(SourceFiles.read(EXAMPLE.resolve(file)), options);
    assertFalse(imported.has(Severity.ERROR), () -> imported.diagnostics().toString());
    String readme = Files.readString(EXAMPLE.resolve("README.md"));
    assertTrue(readme.contains("](" + file + ")"), file);
  }
}
