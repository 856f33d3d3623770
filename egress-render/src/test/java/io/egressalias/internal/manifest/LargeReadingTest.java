package io.egressalias.internal.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.Source;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.internal.text.LargeText;
import io.egressalias.internal.text.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list that is cut into its items is read as one that is read as a whole. */
final class LargeReadingTest {
  private static final String YAML =
      """
      apiVersion: v1
      items:
      - apiVersion: v1
        kind: Service
        metadata:
          name: a
          labels: {"ä": "\uD83D\uDE00"}
        spec:
          ports:
          - port: 0666
            name: y
      # a comment
      - kind: ConfigMap
        apiVersion: v1
        data:
          kind: Service
          items: |
            - apiVersion: v1

            # text
            kind: Service

      -   apiVersion: v1
          kind: Endpoints
          metadata: {name: a}
          subsets:
          - addresses: [{ip: 10.0.0.1}]
      - {apiVersion: v1, kind: Service, metadata: {name: b}, spec: {}}
      - apiVersion: v1
        kind: "Namespace"
        metadata:
          labels:
            istio-injection: enabled
      - apiVersion: apps/v1
        kind: Deployment
      - apiVersion: apps/v1
        kind: Deployment
      -
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: ä}
      - metadata: {name: no-kind}
      kind: List
      metadata:
        resourceVersion: ""
      """;

  private static final String JSON =
      """
      {
          "apiVersion": "v1",
          "items": [
              {"metadata": {"name": "a [{\\"äö", "items": [1, {}]}, "subsets": []},
              {
                  "apiVersion": "v1",
                  "kind": "Service", "metadata": {"name": "ü", "kind": "no"},
                  "spec": {"ports": [{"port": "80"}]}
              }, {"kind": "Pod", "apiVersion": "v1", "spec": {"a": "]}"}},
              {"kind": "Pod", "apiVersion": "v1"}
          ],
          "kind": "EndpointsList",
          "metadata": {"items": [1]}
      }
      """;

  private record Result(String objects, String others, List<Diagnostic> findings, boolean mesh) {}

  private static Result result(ManifestSet set, ManifestFindings findings) {
    String objects =
        set.objects().stream()
            .map(o -> o.id() + " " + o.tree().position() + words(o.tree()))
            .collect(Collectors.joining("\n"));
    return new Result(objects, set.others().toString(), findings.found(), set.meshed());
  }

  private static String words(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      return mapping.entries().stream()
          .map(e -> e.key().text() + e.key().position() + words(e.value()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    return tree instanceof Tree.Sequence list
        ? list.items().stream().map(LargeReadingTest::words).toList().toString()
        : ((Tree.Scalar) tree).text() + tree.position();
  }

  private static Result whole(String text) {
    ManifestFindings findings = new ManifestFindings();
    return result(ManifestReader.read(List.of(Source.of("a", text)), findings), findings);
  }

  private static Result cut(String text) {
    ManifestFindings findings = new ManifestFindings();
    SetReading set = new SetReading(findings);
    set.begin(Source.of("a", ""));
    LargeReading.read(LargeText.of(text), set, 0);
    return result(set.end(), findings);
  }

  private static void expectSame(String text) {
    assertEquals(whole(text), cut(text));
  }

  @Test
  void listsInYamlAreCut() {
    assertEquals(4, whole(YAML).objects().lines().count() + 1);
    expectSame(YAML);
    expectSame("\uFEFF# a\n" + YAML + "---\n" + YAML);
    expectSame(YAML.replace("\n", "\r\n"));
    expectSame(
        YAML.replaceFirst("(?s)items:\n(.*)kind: List", "kind: List\nitems:\n$1")
            .replaceAll("(?m)^([- ])", "  $1"));
    expectSame("%YAML 1.1\n---\n" + YAML + "...\n");
    expectSame("kind: List\napiVersion: v1\nitems: []\n");
    expectSame("kind: List\napiVersion: v1\nitems:\n");
  }

  @Test
  void listsInJsonAreCut() {
    expectSame(JSON);
    expectSame(JSON.replaceAll("\n *", ""));
    expectSame(JSON + " " + JSON.replaceAll("\n *", "") + JSON);
    expectSame("---\n" + JSON + "---\n" + YAML + "---\n" + JSON);
    expectSame(JSON.replace("    ", "\t"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[",
        "{\"items\": [",
        "{\"items\": [{\"a",
        "{\"items\": [}",
        "items:",
        "items:\n-",
        "items:\n- a: [\n- b: c\nkind: List\napiVersion: v1",
        "items:\n- {\n",
        "---\n---\n",
        "- items:\n",
        "\"items\"",
        "{\"kind\": \"List\", \"items\": [1, \"a\", [], null]}",
      })
  void brokenTextIsAFinding(String text) {
    cut(text);
    whole(text);
  }

  @Test
  void brokenItemCostsOnlyItself() {
    Result result = cut(YAML.replace("metadata: {name: b}", "metadata: {name: b"));
    assertTrue(result.objects().contains("Endpoints a"), result.objects());
    assertTrue(result.findings().stream().anyMatch(f -> f.rule().code().equals("EGA1203")));
  }

  @Test
  void partsAreDecoded() throws Exception {
    String text = "ä\uD83D\uDE00b".repeat(60_000);
    LargeText large = LargeText.of(text);
    assertEquals(text.getBytes(StandardCharsets.UTF_8).length, large.length());
    assertEquals(text, large.text(0, large.length()));
    assertEquals("b", large.text(6, 7));
  }
}
