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
import io.egressalias.model.DataPlane;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.OutboundTrafficPolicy;
import io.egressalias.model.Platform;
import io.egressalias.model.Waypoint;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
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
  private static final String ENROLLED =
      """
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: %s, labels: {istio.io/use-waypoint: egress}}
      """;

  @Property(seed = "2101", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderedAliasesImportAsTheyWere(@ForAll("sets") List<EgressAliases> set) {
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        ResolvedAlias resolved = ResolvedAlias.of(declaration, alias);
        EgressAliases alone = EgressAliases.of(declaration.platform(), List.of(resolved.alias()));
        Validated<List<EgressAliases>> checked = Checks.validate(List.of(alone));
        if (resolved.podLabels().isEmpty() && !checked.has(Severity.ERROR)) {
          assertImports(
              checked, declaration.platform().toBuilder().waypoint(resolved.waypoint()).build());
        }
      }
    }
  }

  /** The waypoint comes from the labels, if an option says that the mesh is ambient or not. */
  @Property(seed = "2102", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderedAliasesOfAnAmbientMeshImportAsTheyWere(
      @ForAll("sets") List<EgressAliases> set, @ForAll("waypoints") List<Waypoint> waypoints) {
    for (EgressAliases declaration : set) {
      List<EgressAlias> aliases = new ArrayList<>();
      Platform platform = ambient(declaration.platform(), waypoints.get(0));
      for (EgressAlias alias : declaration.aliases()) {
        ResolvedAlias resolved = ResolvedAlias.of(declaration, alias);
        EgressAlias moved =
            resolved.alias().toBuilder()
                .workloadSelector(Optional.empty())
                .waypoint(waypoints.get(aliases.size() % waypoints.size()))
                .build();
        boolean alone = !Checks.validate(List.of(of(platform, moved))).has(Severity.ERROR);
        if (resolved.podLabels().isEmpty() && alone) {
          aliases.add(moved);
        }
      }
      if (!aliases.isEmpty()) {
        assertAmbient(platform, aliases);
      }
    }
  }

  private static EgressAliases of(Platform platform, EgressAlias alias) {
    return EgressAliases.of(platform, List.of(alias));
  }

  private static Platform ambient(Platform platform, Waypoint waypoint) {
    return platform.toBuilder()
        .istio("1.31")
        .dataPlane(DataPlane.AMBIENT)
        .outboundTrafficPolicy(OutboundTrafficPolicy.ALLOW_ANY)
        .waypoint(waypoint)
        .build();
  }

  private static void assertAmbient(Platform platform, List<EgressAlias> aliases) {
    EgressAliases declaration = EgressAliases.of(platform, aliases);
    StringBuilder text = new StringBuilder();
    boolean routed = false;
    Set<String> namespaces = new LinkedHashSet<>();
    for (EgressAlias alias : aliases) {
      Optional<Waypoint> waypoint = ResolvedAlias.of(alias, platform).waypoint();
      routed |= waypoint.isPresent();
      if (waypoint.isPresent() && waypoint.get() instanceof Waypoint.OfNamespace) {
        namespaces.add(alias.effectiveNamespace());
      }
    }
    for (String namespace : namespaces) {
      text.append(ENROLLED.formatted(namespace));
    }
    String yaml = ManifestYaml.write(ManifestRenderer.render(List.of(declaration)));
    text.append(yaml);
    Platform said = platform.toBuilder().waypoint(Optional.empty()).build();
    Imported imported = imported(text.toString(), said);
    if (!isTold(imported)) {
      assertFalse(imported.has(Severity.WARNING), () -> imported.diagnostics() + "\n" + text);
      assertEquals(yaml, rendered(imported));
      Platform sidecars = said.toBuilder().dataPlane(DataPlane.SIDECAR).build();
      if (routed) {
        assertEquals(yaml, rendered(imported(text.toString(), sidecars)));
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
  Arbitrary<List<Waypoint>> waypoints() {
    return Arbitraries.of(
            Waypoint.named("egress"),
            Waypoint.named("egress", "istio-egress"),
            Waypoint.named("egress", "default"),
            Waypoint.ofNamespace())
        .list()
        .ofMinSize(1)
        .ofMaxSize(4);
  }

  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return RenderingPropertiesTest.right();
  }
}
