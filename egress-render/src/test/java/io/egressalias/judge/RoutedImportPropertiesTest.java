package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.imports.RoutedObjects;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What is rendered of an alias in the routed form imports as that alias. */
final class RoutedImportPropertiesTest {

  @Property(seed = "2101", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderedAliasesImportAsTheyWere(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        ResolvedAlias resolved = ResolvedAlias.of(declaration, alias);
        if (resolved.isRouted()) {
          EgressAlias plain =
              resolved.alias().toBuilder().labels(Map.of()).annotations(Map.of()).build();
          String yaml = yaml(EgressAliases.of(declaration.platform(), List.of(plain)));
          EgressAliases imported = RoutedObjects.declaration(yaml, declaration.platform());
          assertEquals(yaml, yaml(imported), plain::toString);
        }
      }
    }
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return RenderingPropertiesTest.right();
  }

  private static String yaml(EgressAliases declaration) {
    return ManifestYaml.write(ManifestRenderer.render(List.of(declaration)));
  }
}
