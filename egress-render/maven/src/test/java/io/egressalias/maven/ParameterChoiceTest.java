package io.egressalias.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.egressalias.render.ManifestOrder;
import java.util.EnumSet;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

final class ParameterChoiceTest {
  @Test
  void caseIsIgnored() throws MojoExecutionException {
    assertEquals(ManifestOrder.DELETE, order("delete"));
    assertEquals(ManifestOrder.DELETE, order("DELETE"));
  }

  @Test
  void otherValuesAreReportedWithTheAllowedOnes() {
    MojoExecutionException wrong =
        assertThrows(MojoExecutionException.class, () -> order("reverse"));
    assertEquals(
        "Expected `apply` or `delete` for `<order>`, found `reverse`.", wrong.getMessage());
  }

  private static ManifestOrder order(String text) throws MojoExecutionException {
    return ParameterChoice.of("order", text, EnumSet.allOf(ManifestOrder.class));
  }
}
