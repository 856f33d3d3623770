package io.egressalias.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.check.Checks;
import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.InvalidDeclarationException;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.krm.FunctionOutput;
import io.egressalias.internal.krm.ResourceListFunction;
import io.egressalias.internal.report.JsonReport;
import io.egressalias.internal.report.TextReport;
import io.egressalias.model.EgressAliases;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import io.egressalias.yaml.HostileStrings;
import io.egressalias.yaml.ManifestYaml;
import io.egressalias.yaml.Readers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Every hostile string in every place for text of the user: a legal string is accepted, rendered,
 * and read by every reader as declared; an illegal one is a finding at this place.
 */
final class HostilePlacesTest {
  private static final Pattern SURROGATE_ESCAPE =
      Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u[dD][89a-fA-F]");

  /** As many builds by kustomize as take a second or two. */
  private static final int FEW = 25;

  /** The fraction of refused texts that are also read from a text. */
  private static final int READ = 16;

  /** The fraction of long or refused texts that are tested; 1 tests all. */
  private static final int STEP = Integer.getInteger("egress.hostile.step", 10);

  /** After this number of texts a place other than the first repeats the same characters. */
  private static final int MANY = 500;

  @TempDir private Path scratch = Path.of("");

  @ParameterizedTest
  @EnumSource
  void onlyLegalTextsAreAccepted(Place place) {
    int number = 0;
    for (String string : HostileStrings.all()) {
      String text = place.text(string);
      if (!place.isLegal(text) && number++ % STEP != 0) {
        continue;
      }
      EgressAliases declaration = place.with("any", List.of(text));
      List<Diagnostic> errors = errors(Checks.check(List.of(declaration)));
      assertEquals(place.isLegal(text), errors.isEmpty(), () -> place + " " + text + errors);
      errors.forEach(error -> assertIsAt(place, error));
      if (!errors.isEmpty() && string.hashCode() % READ == 0) {
        assertFoundInText(DeclarationText.of(declaration));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void legalTextsAreReadUnchanged(Place place) {
    for (List<String> bundle : place.bundles(legal(place, (p, text) -> true))) {
      EgressAliases declaration = place.with("any", bundle);
      Validated<List<EgressAliases>> read =
          DeclarationReader.read("any.yaml", DeclarationText.of(declaration));
      assertEquals(List.of(), errors(read.diagnostics()));
      assertEquals(List.of(declaration), read.orThrow());
    }
  }

  @ParameterizedTest
  @EnumSource
  void legalTextsAreRenderedUnchanged(Place place) {
    List<String> texts = legal(place, (p, text) -> true);
    Set<String> rendered = new HashSet<>();
    for (List<String> bundle : place.bundles(texts)) {
      ManifestRenderer.render(List.of(place.with("any", bundle)))
          .forEach(manifest -> collect(manifest.tree(), rendered));
    }
    for (String text : texts) {
      assertTrue(
          rendered.contains(text) || rendered.stream().anyMatch(r -> r.endsWith("." + text)),
          () -> place + " without " + text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyReaderReadsTheDeclaredText(Reader reader) throws Exception {
    List<Manifest> manifests = manifests(reader::takes);
    List<Object> expected = manifests.stream().map(m -> Readers.plain(m.tree())).toList();
    List<Object> read = reader.read(ManifestYaml.write(manifests), scratch);
    assertEquals(expected.size(), read.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), read.get(i));
    }
  }

  /**
   * kustomize refuses unsupported texts, except for one character; it reads supported texts
   * correctly.
   */
  @ParameterizedTest
  @EnumSource(names = {"ANNOTATION_VALUE", "ALIAS_ANNOTATION_KEY"})
  void kustomizeRefusesUnsupportedTexts(Place place) throws Exception {
    List<String> texts =
        legal(
            place,
            (p, text) -> !Reader.KUSTOMIZE.takes(p, text) && !text.contains(Reader.NEXT_LINE));
    assertTrue(texts.size() > FEW, texts::toString);
    int refused = 0;
    for (int i = 0; i < texts.size(); i += texts.size() / FEW) {
      List<Manifest> manifests =
          ManifestRenderer.render(List.of(place.with("any", List.of(texts.get(i)))));
      String yaml = ManifestYaml.write(manifests);
      List<Object> read = List.of();
      try {
        read = Reader.KUSTOMIZE.read(yaml, scratch);
      } catch (AssertionError e) {
        refused++;
      }
      if (!read.isEmpty()) {
        assertEquals(manifests.stream().map(m -> Readers.plain(m.tree())).toList(), read);
      }
    }
    assertTrue(refused > FEW / 2, () -> "it takes more than we thought: " + texts);
  }

  /** No notation prevents this. README.md documents it; this test detects when it changes. */
  @Test
  void kustomizeReplacesNextLineWithABlank() throws Exception {
    EgressAliases declaration =
        Place.ANNOTATION_VALUE.with("any", List.of("a" + Reader.NEXT_LINE + "b"));
    List<Manifest> manifests = ManifestRenderer.render(List.of(declaration));
    Object blank =
        Readers.plain(
            ManifestRenderer.render(List.of(Place.ANNOTATION_VALUE.with("any", List.of("a b"))))
                .get(0)
                .tree());
    assertEquals(List.of(blank), Reader.KUSTOMIZE.read(ManifestYaml.write(manifests), scratch));
  }

  @Test
  void judgeAcceptsLegalTexts() throws Exception {
    List<Manifest> manifests = manifests((place, text) -> !Reader.isReread(text));
    Judge.Verdict verdict = Judge.inOffice(scratch).check(ManifestYaml.write(manifests), List.of());
    assertEquals(manifests.size(), verdict.documents());
    // Some of the places are for a cluster without Istio, which istioctl does not support.
    assertEquals(
        List.of(),
        verdict.findings().stream()
            .filter(found -> found.isError() && !found.source().equals("istioctl-validate"))
            .toList());
  }

  @ParameterizedTest
  @EnumSource
  void unpairedSurrogateIsReported(Place place) {
    for (String half : HostileStrings.halves()) {
      EgressAliases declaration = place.with("any", List.of(place.text(half)));
      List<Diagnostic> errors = errors(Checks.check(List.of(declaration)));
      assertFalse(errors.isEmpty(), place::toString);
      errors.forEach(error -> assertIsAt(place, error));
      assertThrows(
          InvalidDeclarationException.class, () -> ManifestRenderer.render(List.of(declaration)));
      assertFoundInText(DeclarationText.of(declaration));
    }
  }

  /** As an escape it is legal JSON, and for some readers YAML; the findings are still text. */
  private static void assertFoundInText(String text) {
    Validated<List<EgressAliases>> read = DeclarationReader.read("any.yaml", text);
    List<Diagnostic> errors = errors(read.diagnostics());
    assertFalse(errors.isEmpty(), text);
    errors.forEach(error -> assertTrue(error.location().isPresent(), text));
    assertIsText(new TextReport(Map.of("any.yaml", text)).print(errors));
    assertIsText(JsonReport.tree(errors).toString());
    FunctionOutput output =
        ResourceListFunction.run(
            "{\"apiVersion\": \"config.kubernetes.io/v1\", \"kind\": \"ResourceList\",\n"
                + "\"items\": [], \"functionConfig\": "
                + text
                + "}\n");
    assertTrue(output.failed());
    assertFalse(output.diagnostics().isEmpty());
    assertIsText(output.diagnostics().toString());
    if (!output.text().isEmpty()) {
      String results = output.text().substring(output.text().indexOf("\"results\""));
      assertIsText(results);
      assertFalse(SURROGATE_ESCAPE.matcher(results).find(), results);
      assertEquals(Readers.yaml11("{" + results), Readers.yaml12("{" + results));
    }
  }

  @Test
  void unpairedSurrogateInTheSourceTextIsReported() {
    for (String half : HostileStrings.halves()) {
      String whole = DeclarationText.of(Place.ANNOTATION_VALUE.with("any", List.of("here")));
      for (String text : List.of(whole.replace("here", half), whole + " # " + half)) {
        Validated<List<EgressAliases>> read = DeclarationReader.read("any.yaml", text);
        assertEquals(
            List.of(Rule.SYNTAX),
            errors(read.diagnostics()).stream().map(Diagnostic::rule).toList());
        assertIsText(new TextReport(Map.of()).print(read.diagnostics()));
        assertFalse(read.diagnostics().toString().contains("escape"), text);
        assertTrue(ResourceListFunction.run(text).failed());
      }
    }
  }

  private static void assertIsText(String text) {
    assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text), text);
  }

  private static void assertIsAt(Place place, Diagnostic error) {
    assertTrue(
        error.path().steps().contains(new Step.Key(place.field())),
        () -> error.path() + " is not " + place);
  }

  private static List<Diagnostic> errors(List<Diagnostic> found) {
    return found.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
  }

  private static List<String> legal(Place place, BiPredicate<Place, String> kept) {
    return HostileStrings.all().stream()
        .map(place::text)
        .filter(text -> place.isLegal(text) && kept.test(place, text))
        .toList();
  }

  private static List<Manifest> manifests(Place place, BiPredicate<Place, String> kept) {
    List<Manifest> manifests = new ArrayList<>();
    int number = 0;
    List<String> texts = legal(place, kept);
    if (texts.size() > MANY && place != Place.ANNOTATION_VALUE) {
      texts = everyOther(texts);
    }
    for (List<String> bundle : place.bundles(texts)) {
      String name = place.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + number++;
      manifests.addAll(ManifestRenderer.render(List.of(place.with(name, bundle))));
    }
    return manifests;
  }

  private static List<String> everyOther(List<String> texts) {
    return IntStream.range(0, texts.size())
        .filter(i -> i % STEP == 0)
        .mapToObj(texts::get)
        .toList();
  }

  /** The objects of all places, and the number of texts of the corpus in each. */
  private static List<Manifest> manifests(BiPredicate<Place, String> kept) {
    List<Manifest> manifests = new ArrayList<>();
    Map<Place, Integer> texts = new LinkedHashMap<>();
    for (Place place : Place.values()) {
      texts.put(place, legal(place, kept).size());
      manifests.addAll(manifests(place, kept));
    }
    System.out.printf(
        "%d strings, %d objects, texts in each place: %s%n",
        HostileStrings.all().size(), manifests.size(), texts);
    return manifests;
  }

  private static void collect(JsonNode node, Set<String> into) {
    if (node.isString()) {
      into.add(node.stringValue());
    }
    node.properties()
        .forEach(
            entry -> {
              into.add(entry.getKey());
              collect(entry.getValue(), into);
            });
    node.values().forEach(item -> collect(item, into));
  }
}
