package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.cli.Run;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The command, which retains no objects, writes them in the same order as the library. */
final class DeletionPropertiesTest {
  @Property(seed = "1107", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void deleteOrderIsThatOfTheLibrary(@ForAll("sets") List<EgressAliases> set) {
    String expected =
        ManifestYaml.write(ManifestOrder.DELETE.arrange(ManifestRenderer.render(set)));
    String text = RenderingPropertiesTest.text(set);
    Run run = Run.on(text, Path.of(""), "render", "--order", "delete", "-");
    assertEquals(expected, run.out(), run.err());
  }

  /** Sets without errors. */
  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return RenderingPropertiesTest.right();
  }
}
