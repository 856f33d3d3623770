package io.egressalias.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import tools.jackson.databind.node.ObjectNode;

/** For any declaration, rendered manifests and written declarations are read back unchanged. */
final class RenderingFuzzTest {
  private static final String FILE = "drawn.yaml";
  private static final Tally TALLY = new Tally("rendering");

  @FuzzTest
  void renderedTextIsReadBack(FuzzedDataProvider data) {
    TALLY.execution();
    ObjectNode drawn = DrawnDeclaration.draw(data);
    Effort.bounded(() -> render(drawn));
  }

  private static void render(ObjectNode drawn) {
    String text = ManifestYaml.map(drawn);
    Validated<List<EgressAliases>> read = DeclarationReader.read(FILE, text);
    Places.check(read.diagnostics(), FILE, text);
    if (!read.has(Severity.ERROR)) {
      assertEquals(annotations(drawn), read.orThrow().get(0).annotations());
      List<Manifest> manifests = ManifestRenderer.render(read);
      assertFalse(manifests.isEmpty());
      List<Object> trees = new ArrayList<>();
      manifests.forEach(manifest -> trees.add(Readers.plain(manifest.tree())));
      String written = ManifestYaml.write(manifests);
      assertEquals(trees, Readers.yaml12(written), written);
      TALLY.rendered();
    }
  }

  @AfterAll
  static void count() throws IOException {
    TALLY.print();
  }

  private static Object annotations(ObjectNode drawn) {
    ObjectNode spec = (ObjectNode) drawn.path("spec");
    return spec.has("annotations") ? Readers.plain(spec.path("annotations")) : Map.of();
  }
}
