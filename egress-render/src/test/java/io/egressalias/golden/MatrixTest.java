package io.egressalias.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The goldens are those of the matrix. {@code -Degress.update=true} rewrites them. */
final class MatrixTest {
  private static final int MOST = 150;

  static List<Combination> combinations() {
    return Matrix.kept();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyGoldenHasItsDeclaration(Combination each) throws IOException {
    assertEquals(each.text(), Files.readString(new GoldenFile(each.name()).declaration()));
  }

  @Test
  void noFileIsOrphaned() {
    Set<Path> orphans = new TreeSet<>(GoldenFile.files());
    for (Combination each : Matrix.kept()) {
      GoldenFile golden = new GoldenFile(each.name());
      orphans.removeAll(List.of(golden.declaration(), golden.approved()));
    }
    assertEquals(Set.of(), orphans);
  }

  @Test
  void numberOfGoldensIsLimited() {
    assertTrue(Matrix.kept().size() <= MOST, "goldens: " + Matrix.kept().size());
  }
}
