package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Golden;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders the goldens, and compares them with the approved manifests. */
final class GoldenTest {
  static List<GoldenFile> goldens() throws IOException {
    if (Golden.UPDATE) {
      Matrix.write();
    }
    return GoldenFile.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void manifestsAreAsApproved(GoldenFile each) {
    String rendered = ManifestYaml.write(ManifestRenderer.render(each.readAnew()));
    Golden.verify(rendered, GoldenFile.FOLDER, each.name(), ".yaml");
  }

  @Test
  void noTwoGoldensAreEqual() throws IOException {
    Set<String> different = new HashSet<>();
    for (GoldenFile golden : GoldenFile.all()) {
      String text = Files.readString(golden.approved()).replace(golden.name(), "alias");
      assertTrue(different.add(text), golden.name());
    }
    assertFalse(different.isEmpty());
  }

  @Test
  void updatingFailsTheTest() {
    assertFalse(
        Golden.UPDATE,
        "goldens were rewritten: read their difference, then run without -Degress.update");
  }
}
