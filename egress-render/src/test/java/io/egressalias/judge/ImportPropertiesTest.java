package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.check.Checks;
import io.egressalias.imports.ImportedObjects;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What is rendered of an alias imports as that alias, in every form and for every platform. A
 * Service that selects pods is left alone.
 */
final class ImportPropertiesTest {

  @Property(seed = "2101", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderedAliasesImportAsTheyWere(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        ResolvedAlias resolved = ResolvedAlias.of(declaration, alias);
        if (resolved.podLabels().isEmpty()) {
          assertImports(EgressAliases.of(declaration.platform(), List.of(resolved.alias())));
        }
      }
    }
  }

  private static void assertImports(EgressAliases alone) {
    String yaml = ManifestYaml.write(ManifestRenderer.render(List.of(alone)));
    assertEquals(yaml, again(yaml, alone), alone::toString);
    List<Manifest> marked = new ArrayList<>();
    ManifestRenderer.manifests(Checks.validate(List.of(alone)))
        .marked(List.of("a/b/c//d"))
        .forEach(marked::add);
    assertEquals(yaml, again(ManifestYaml.write(marked), alone), alone::toString);
  }

  private static String again(String yaml, EgressAliases alone) {
    EgressAliases imported = ImportedObjects.declaration(yaml, alone.platform());
    return ManifestYaml.write(ManifestRenderer.render(List.of(imported)));
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return RenderingPropertiesTest.right();
  }
}
