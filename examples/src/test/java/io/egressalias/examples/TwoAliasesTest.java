package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TwoAliasesTest {
  @Test
  void javaGivesWhatTheDeclarationGives() throws IOException {
    Path expected = Project.EXAMPLES.resolve("external-services/expected.yaml");
    assertEquals(Project.read(expected), TwoAliases.manifests());
  }
}
