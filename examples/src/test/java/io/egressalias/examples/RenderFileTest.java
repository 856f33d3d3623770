package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RenderFileTest {

  @Test
  void writesTheManifestsOfTheTaskPage() throws IOException {
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    RenderFile.render(Path.of("external-services/egress.yaml"), out, err);
    assertEquals(Project.read(Path.of("external-services/expected.yaml")), out.toString());
    List<String> findings = err.toString().lines().toList();
    assertFalse(findings.isEmpty());
    for (String finding : findings) {
      assertTrue(finding.contains(": info EGA"), finding);
    }
  }

  @Test
  void writesNothingIfThereAreErrors(@TempDir Path directory) throws IOException {
    String declaration = Project.read(Path.of("external-services/egress.yaml"));
    Path file = directory.resolve("egress.yaml");
    Files.writeString(file, declaration.replace("httpbin.org", "http bin"));
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    RenderFile.render(file, out, err);
    assertEquals("", out.toString());
    assertTrue(err.toString().contains(": error EGA"), err.toString());
  }
}
