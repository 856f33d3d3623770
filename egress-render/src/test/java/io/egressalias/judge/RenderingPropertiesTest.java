package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.check.Checks;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestOrder;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.ManifestYaml;
import io.egressalias.yaml.Readers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;

/**
 * Properties of every set without errors. {@code jqwik.tries.default}, in {@code
 * junit-platform.properties} or on the command line, sets the number of sets.
 */
final class RenderingPropertiesTest {

  @Property(seed = "1101", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void equalInputGivesEqualBytes(@ForAll("sets") List<EgressAliases> set) {
    String yaml = yaml(set);
    assertEquals(yaml, yaml(set));
    List<EgressAliases> copies =
        set.stream().map(declaration -> DeclarationDraft.of(declaration).build()).toList();
    assertEquals(set, copies);
    assertEquals(yaml, yaml(copies));
  }

  @Property(seed = "1102", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void fileAndJavaGiveEqualManifests(@ForAll("sets") List<EgressAliases> set) {
    Validated<List<EgressAliases>> read = DeclarationReader.read("any.yaml", text(set));
    assertEquals(set, read.orThrow());
    assertEquals(said(Checks.check(set)), said(read.diagnostics()));
    assertEquals(yaml(set), ManifestYaml.write(ManifestRenderer.render(read)));
  }

  /** They are in the order of declaration; those of the declaration come first. */
  @Property(seed = "1103", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void labelsAndAnnotationsKeepTheirOrder(@ForAll("sets") List<EgressAliases> set) {
    for (Manifest manifest : ManifestRenderer.render(set)) {
      EgressAliases declaration = set.get(manifest.document());
      EgressAlias alias = declaration.aliases().get(manifest.index());
      JsonNode metadata = manifest.tree().path("metadata");
      assertKeeps(declaration.labels(), alias.labels(), metadata.path("labels"));
      assertKeeps(declaration.annotations(), alias.annotations(), metadata.path("annotations"));
    }
  }

  private static void assertKeeps(
      Map<String, String> common, Map<String, String> own, JsonNode rendered) {
    Set<String> expected = new LinkedHashSet<>(common.keySet());
    expected.addAll(own.keySet());
    List<String> keys = new ArrayList<>(rendered.propertyNames());
    keys.retainAll(expected);
    assertEquals(List.copyOf(expected), keys);
  }

  @Property(seed = "1104", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void renderingAnAliasDoesNotDependOnOtherAliases(@ForAll("sets") List<EgressAliases> set) {
    assertEquals(String.join("", blocks(set)), yaml(set));
  }

  @Property(seed = "1105", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void permutedAliasesGivePermutedManifests(
      @ForAll("sets") List<EgressAliases> set, @ForAll long order) {
    List<EgressAliases> permuted = new ArrayList<>();
    List<String> blocks = new ArrayList<>();
    for (EgressAliases declaration : set) {
      DeclarationDraft draft = DeclarationDraft.of(declaration);
      Collections.shuffle(draft.aliases, new Random(order));
      permuted.add(draft.build());
      List<String> own = new ArrayList<>(blocks(List.of(declaration)));
      Collections.shuffle(own, new Random(order));
      blocks.addAll(own);
    }
    assertEquals(String.join("", blocks), yaml(permuted));
  }

  @Property(seed = "1107", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void deleteOrderIsTheReverse(@ForAll("sets") List<EgressAliases> set) {
    List<Manifest> manifests = ManifestRenderer.render(set);
    List<Manifest> reversed = new ArrayList<>(manifests);
    Collections.reverse(reversed);
    assertEquals(reversed, ManifestOrder.DELETE.arrange(manifests));
  }

  @Property(seed = "1106", edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void writtenTextParsesToEqualTrees(@ForAll("sets") List<EgressAliases> set) {
    List<Object> trees =
        ManifestRenderer.render(set).stream().map(m -> Readers.plain(m.tree())).toList();
    assertTrue(!trees.isEmpty());
    assertEquals(trees, Readers.yaml12(yaml(set)));
    assertEquals(trees, Readers.yaml11(yaml(set)));
  }

  /** Sets without errors. */
  @Provide
  Arbitrary<List<EgressAliases>> sets() {
    return right();
  }

  static Arbitrary<List<EgressAliases>> right() {
    return DeclarationArbitraries.sets()
        .filter(set -> Checks.check(set).stream().noneMatch(d -> d.severity() == Severity.ERROR));
  }

  static String text(List<EgressAliases> set) {
    return set.stream().map(DeclarationText::of).collect(Collectors.joining("\n---\n"));
  }

  private static String yaml(List<EgressAliases> set) {
    return ManifestYaml.write(ManifestRenderer.render(set));
  }

  /** The manifests of each alias, rendered separately. */
  private static List<String> blocks(List<EgressAliases> set) {
    List<String> blocks = new ArrayList<>();
    for (EgressAliases declaration : set) {
      for (EgressAlias alias : declaration.aliases()) {
        DeclarationDraft draft = DeclarationDraft.of(declaration);
        draft.aliases = new ArrayList<>(List.of(AliasDraft.of(alias)));
        blocks.add(yaml(List.of(draft.build())));
      }
    }
    return blocks;
  }

  private static Set<String> said(List<Diagnostic> found) {
    return found.stream()
        .map(d -> d.rule() + " " + d.document() + " " + d.path() + " " + d.message())
        .collect(Collectors.toSet());
  }
}
