package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExamplesTest {
  /** Rewrites the committed output. The run fails all the same: nobody approves unseen. */
  private static final boolean UPDATE = Boolean.getBoolean("egress.update");

  static List<Path> examples() throws IOException {
    return Project.examples();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isWhole(Path example) {
    for (String file : List.of("README.md", "egress.yaml", "expected.yaml")) {
      Path path = example.resolve(file);
      assertTrue(Files.isRegularFile(path), () -> path + " is missing");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void rendersWhatIsCommitted(Path example) throws IOException {
    Path expected = example.resolve("expected.yaml");
    String rendered = render(example.resolve("egress.yaml"));
    if (UPDATE) {
      Files.writeString(expected, rendered);
      fail(expected + " is rewritten. Look at `git diff`, then run without -Degress.update");
    }
    assertEquals(
        Project.read(expected), rendered, "if this is meant, run with -Degress.update=true");
  }

  private static String render(Path declaration) throws IOException {
    Validated<List<EgressAliases>> read =
        DeclarationReader.read(declaration.toString(), Project.read(declaration));
    assertFalse(read.has(Severity.WARNING), () -> read.diagnostics().toString());
    return ManifestYaml.write(ManifestRenderer.render(read));
  }
}
