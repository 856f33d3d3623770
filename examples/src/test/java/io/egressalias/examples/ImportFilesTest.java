package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.files.SourceFiles;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.LeftoversScript;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.model.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ImportFilesTest {
  private static final Path EXAMPLE = Path.of("import");

  @Test
  void writesTheDeclarationOfTheExample() throws IOException {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    ImportFiles.write(EXAMPLE.resolve("manifests"), out, err);
    // The command of the example runs in its directory.
    String text = out.toString().replace("import/manifests/", "manifests/");
    assertEquals(Project.read(EXAMPLE.resolve("egress.yaml")), text, err.toString());
    assertTrue(
        err.toString().contains("proxy-addresses.yaml:12:39: warning EGA1223: "), err.toString());
  }

  @Test
  void leftoversAreThoseOfTheExample() throws IOException {
    var options = new ImportOptions(Platform.of("1.34", "none"), Optional.empty(), "a", false);
    var imported = ManifestImporter.run(SourceFiles.read(EXAMPLE.resolve("manifests")), options);
    assertEquals(
        Project.read(EXAMPLE.resolve("leftovers.sh")), LeftoversScript.of(imported.leftovers()));
  }
}
