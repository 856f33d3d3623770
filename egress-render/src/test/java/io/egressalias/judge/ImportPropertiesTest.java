package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.egressalias.check.Checks;
import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.imports.ImportOptions;
import io.egressalias.imports.Imported;
import io.egressalias.imports.ManifestImporter;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * What is rendered of an alias imports as that alias, in every form and for every platform, with or
 * without marks. A Service that selects pods is left alone.
 */
final class ImportPropertiesTest {

  @Property(seed = "2101", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderedAliasesImportAsTheyWere(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        ResolvedAlias resolved = ResolvedAlias.of(declaration, alias);
        EgressAliases alone = EgressAliases.of(declaration.platform(), List.of(resolved.alias()));
        Validated<List<EgressAliases>> checked = Checks.validate(List.of(alone));
        if (resolved.podLabels().isEmpty() && !checked.has(Severity.ERROR)) {
          assertImports(checked, declaration.platform());
        }
      }
    }
  }

  private static void assertImports(Validated<List<EgressAliases>> alone, Platform platform) {
    String yaml = ManifestYaml.write(ManifestRenderer.render(alone));
    List<Manifest> marked = new ArrayList<>();
    ManifestRenderer.manifests(alone).marked(List.of("a/b/c//d")).forEach(marked::add);
    for (String text : List.of(yaml, ManifestYaml.write(marked))) {
      Imported imported = imported(text, platform);
      if (!isTold(imported)) {
        assertFalse(imported.has(Severity.WARNING), () -> imported.diagnostics() + "\n" + text);
        assertEquals(yaml, rendered(imported));
      }
    }
  }

  private static Imported imported(String yaml, Platform platform) {
    ImportOptions options = new ImportOptions(platform, Optional.empty(), "any", false);
    return ManifestImporter.run(List.of(Source.of("in.yaml", yaml)), options);
  }

  private static String rendered(Imported imported) {
    List<EgressAliases> values =
        imported.declarations().stream().map(declaration -> declaration.value()).toList();
    return ManifestYaml.write(ManifestRenderer.render(values));
  }

  /** An import gives names to ports in a mesh, and refuses text that looks like a variable. */
  private static boolean isTold(Imported imported) {
    for (Diagnostic finding : imported.diagnostics()) {
      if (finding.rule() == Rule.PORT_NAMED || finding.rule() == Rule.MANIFEST_VARIABLE) {
        return true;
      }
    }
    return false;
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return RenderingPropertiesTest.right();
  }
}
