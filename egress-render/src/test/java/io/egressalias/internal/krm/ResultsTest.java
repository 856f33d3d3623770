package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tool receives findings as results in the returned list. */
final class ResultsTest {
  private static final String WRONG = Lists.CONFIG.replace("port: 80", "port: 99999");
  private static final String OPEN =
      Lists.CONFIG
          .replace("name: tls\n", "name: http\n")
          .replace("            tls:\n", "")
          .replaceAll(" +tls:\n +mode: DISABLE\n", "");

  private static List<?> results(FunctionOutput output) {
    return (List<?>) Lists.field(Lists.read(output.text()), "results");
  }

  @Test
  void errorHasItsPlace() {
    String config =
        WRONG.replace(
            "    name: external\n",
            """
            name: external
            annotations:
              internal.config.kubernetes.io/path: 'aliases/egress.yaml'
              internal.config.kubernetes.io/index: '2'
        """);
    FunctionOutput output = ResourceListFunction.run(Lists.with("items: []\n", config));
    assertTrue(output.failed());
    Map<?, ?> result = (Map<?, ?>) results(output).get(0);
    assertEquals("error", result.get("severity"));
    assertEquals(
        Map.of(
            "apiVersion", "egressalias.io/v1alpha1", "kind", "EgressAliases", "name", "external"),
        result.get("resourceRef"));
    assertEquals(Map.of("path", "spec.aliases[0].ports[0].port"), result.get("field"));
    assertEquals(Map.of("path", "aliases/egress.yaml", "index", 2), result.get("file"));
    assertEquals(output.diagnostics().get(0).rule().code(), Lists.field(result, "tags", "code"));
    assertTrue(String.valueOf(result.get("message")).contains("99999"), result::toString);
    assertEquals(List.of(), Lists.items(output.text()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "'' | none", // as kustomize passes it
        "annotations:\\n      config.kubernetes.io/index: '0' | 12",
        "annotations:\\n      a: b\\n      internal.config.kubernetes.io/index: '0' | 14",
        "annotations: {config.kubernetes.io/index: '0'} | 13",
        "annotations:\\n      config.kubernetes.io/index: '1' | none",
      })
  void lineIsTheLineInTheFile(String annotations, @Nullable String line) {
    String config =
        WRONG.replace("external\n", "external\n    " + annotations.replace("\\n", "\n") + "\n");
    Map<?, ?> tags =
        (Map<?, ?>)
            Lists.field(results(ResourceListFunction.run(Lists.with("", config))), 0, "tags");
    assertEquals(line, tags.get("line"));
  }

  @Test
  void warningDoesNotFailTheRun() {
    FunctionOutput output = ResourceListFunction.run(Lists.with("", OPEN));
    assertFalse(output.failed());
    assertEquals("warning", Lists.field(results(output), 0, "severity"));
    assertEquals("EGA0708", Lists.field(results(output), 0, "tags", "code"));
    assertEquals(2, Lists.items(output.text()).size());
  }

  @Test
  void infosAreNotShown() {
    String output = Lists.run(Lists.with("", Lists.CONFIG));
    assertNull(Lists.read(output).get("results"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{kind: EgressAliases}",
        "{apiVersion: egressalias.io/v1alpha1, kind: EgressAliases}",
        "{a: b}"
      })
  void noResultFieldIsEmpty(String config) {
    FunctionOutput output =
        ResourceListFunction.run(Lists.with("", "functionConfig: " + config + "\n"));
    assertTrue(output.failed());
    assertFalse(results(output).isEmpty());
    assertNoneEmpty(results(output));
  }

  private static void assertNoneEmpty(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      assertFalse(map.isEmpty());
      map.values().forEach(ResultsTest::assertNoneEmpty);
    } else if (tree instanceof List<?> list) {
      list.forEach(ResultsTest::assertNoneEmpty);
    } else {
      assertFalse(String.valueOf(tree).isBlank());
    }
  }

  @Test
  void errorOfAnItemNamesTheItem() {
    String item =
        """
        items:
        - apiVersion: networking.istio.io/v1
          kind: DestinationRule
          metadata:
            name: a
            namespace: prod
            annotations: {egressalias.io/alias: prod/a, config.kubernetes.io/path: rule.yaml}
        """;
    FunctionOutput output = ResourceListFunction.run(Lists.with(item, Lists.TRANSFORM));
    assertTrue(output.failed());
    Map<?, ?> result = (Map<?, ?>) results(output).get(0);
    assertEquals(
        Map.of(
            "apiVersion",
            "networking.istio.io/v1",
            "kind",
            "DestinationRule",
            "name",
            "a",
            "namespace",
            "prod"),
        result.get("resourceRef"));
    assertEquals(Map.of("path", "rule.yaml"), result.get("file"));
    assertEquals(Map.of("code", "EGA1002"), result.get("tags"));
    assertNull(result.get("field"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "results:\n- message: old\n  severity: info\n",
        "results: [{message: old}]\n",
        "results:\n- message: old\t\n",
        "results:\n- message: old \t # comment\n",
        "results: []\n",
        "results:\n- message: |\n    old\n",
        "results:\n- message: >-\r\n    old\r\n\r\n",
      })
  void resultsOfAnEarlierRunAreReplaced(String earlier) {
    FunctionOutput output = ResourceListFunction.run(Lists.with(earlier, WRONG));
    assertEquals(1, results(output).size());
    assertFalse(output.text().contains("old"), output.text());
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", ",}", "\n}"})
  void resultsAreWrittenInJson(String end) {
    String json =
        """
        {"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": [],
         "functionConfig": {"apiVersion": "egressalias.io/v1alpha1", "kind": "EgressAliases",
          "metadata": {"name": "e"}}"""
            + end;
    assertEquals("error", Lists.field(results(ResourceListFunction.run(json)), 0, "severity"));
  }
}
