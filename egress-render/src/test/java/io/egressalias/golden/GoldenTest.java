package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Golden;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders the goldens of the matrix, and compares them with what was approved. */
final class GoldenTest {
  private static final int MOST = 150;

  static List<Combination> combinations() {
    return Matrix.kept();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void isAsApproved(Combination each) throws IOException {
    GoldenFile golden = new GoldenFile(each.name());
    if (Golden.UPDATE) {
      Files.writeString(golden.declaration(), each.text());
    }
    assertEquals(each.text(), Files.readString(golden.declaration()));
    Golden.verify(ManifestYaml.write(golden.render()), GoldenFile.FOLDER, golden.name(), ".yaml");
  }

  @Test
  void noFileIsOrphaned() throws IOException {
    Set<Path> orphans = new TreeSet<>(GoldenFile.files());
    for (Combination each : Matrix.kept()) {
      GoldenFile golden = new GoldenFile(each.name());
      orphans.removeAll(List.of(golden.declaration(), golden.approved()));
    }
    if (Golden.UPDATE) {
      for (Path orphan : orphans) {
        Files.delete(orphan);
      }
    }
    assertEquals(Set.of(), orphans);
  }

  @Test
  void noTwoRenderTheSame() throws IOException {
    Set<String> different = new HashSet<>();
    for (GoldenFile golden : GoldenFile.all()) {
      String text = Files.readString(golden.approved()).replace(golden.name(), "alias");
      assertTrue(different.add(text), golden.name());
    }
    assertFalse(different.isEmpty());
  }

  @Test
  void theyAreFewEnoughToBeRead() {
    assertTrue(Matrix.kept().size() <= MOST, "goldens: " + Matrix.kept().size());
  }

  @Test
  void updatingIsNotPassing() {
    assertFalse(
        Golden.UPDATE,
        "goldens were rewritten: read their difference, then run without -Degress.update");
  }
}
