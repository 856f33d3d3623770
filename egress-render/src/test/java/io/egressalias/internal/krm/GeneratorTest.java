package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Manifests are added to the items of a list, and its other text is unchanged. */
final class GeneratorTest {
  private static final List<String> OURS = List.of("Service/wiki", "DestinationRule/wiki");

  /** As the function writes them after items whose dashes are in the first column. */
  private static final String MANIFESTS =
      """
      - apiVersion: v1
        kind: Service
        metadata:
          name: wiki
          namespace: prod
          annotations:
            egressalias.io/alias: prod/wiki
            egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//external
        spec:
          type: ExternalName
          externalName: wikipedia.org
          ports:
          - name: http
            protocol: TCP
            port: 80
      - apiVersion: networking.istio.io/v1alpha3
        kind: DestinationRule
        metadata:
          name: wiki
          namespace: prod
          annotations:
            egressalias.io/alias: prod/wiki
            egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//external
        spec:
          host: wiki.prod.svc.cluster.local
          trafficPolicy:
            tls:
              mode: DISABLE
      """;

  private static final String OTHERS =
      """
      items:
      # of another team
      - apiVersion: 'v1' # quoted
        kind: "ConfigMap"
        metadata: {name: settings,   annotations: { "a": 'b' }}
        data:
          on:   "yes"
          text: |+
            # no comment

          # a comment
          folded: >-
            one
            line

      - # a comment before the first key
        {apiVersion: v1, kind: Secret, metadata: {name: flow}} # behind
      """;

  @Test
  void appendsToOtherItems() {
    assertEquals(
        Lists.with(OTHERS + MANIFESTS, Lists.CONFIG), Lists.run(Lists.with(OTHERS, Lists.CONFIG)));
  }

  @Test
  void appendsIfItemsIsTheLastKey() {
    String head = Lists.with("", Lists.CONFIG);
    assertEquals(head + OTHERS + MANIFESTS, Lists.run(head + OTHERS));
  }

  /** Empty lines below belong to the block scalar. */
  @Test
  void appendsAfterABlockScalarThatEndsWithEmptyLines() {
    String items = "items:\n- kind: A\n  metadata: {name: a}\n  data: |+\n    text\n\n\n";
    assertEquals(
        Lists.with(items + MANIFESTS, Lists.CONFIG), Lists.run(Lists.with(items, Lists.CONFIG)));
  }

  @Test
  void keepsTheColumnOfTheOthers() {
    String items = "items:\n    - kind: A\n      metadata: {name: a}\n";
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertTrue(output.startsWith(Lists.with(items + MANIFESTS.indent(4), "")), output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "items: []\n",
        "items: [ ] # none yet\n",
        "items:\n",
        "items: null\n",
        "items: # none\n",
      })
  void addsItemsIfAbsent(String items) {
    assertEquals(OURS, Lists.names(Lists.run(Lists.with(items, Lists.CONFIG))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items: [{kind: A, metadata: {name: a}}]\n",
        "items: [{kind: A, metadata: {name: a}}, ]\n",
        "items:\n- {kind: A, metadata: {name: a}}\n",
        "items: [\n  {kind: A, metadata: {name: a}} # one\n]\n",
      })
  void appendsToItemsInBrackets(String items) {
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertEquals(List.of("A/a", OURS.get(0), OURS.get(1)), Lists.names(output));
    assertTrue(output.contains("{kind: A, metadata: {name: a}}"), output);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"items\": [],",
        "\"items\": [{\"kind\":\"A\",\"metadata\":{\"name\":\"a\"}}],",
        "\"items\": null,",
      })
  void readsAndWritesJson(String items) {
    String json =
        """
        {"apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", %s
         "functionConfig": {"apiVersion": "egressalias.io/v1alpha1", "kind": "EgressAliases",
          "metadata": {"name": "e"}, "spec": {"namespace": "prod", "aliases": [
           {"name": "wiki", "externalName": "wikipedia.org", "tls": {"mode": "DISABLE"},
            "ports": [{"name": "http", "port": 80}]}]}}}
        """
            .formatted(items);
    String output = Lists.run(json);
    List<String> names = Lists.names(output);
    assertEquals(OURS, names.subList(names.size() - 2, names.size()));
    assertTrue(JsonMapper.shared().readTree(output).isObject(), output);
    assertEquals(output, Lists.run(output));
  }

  @Test
  void aSecondRunChangesNothing() {
    String first = Lists.run(Lists.with(OTHERS, Lists.CONFIG));
    assertEquals(first, Lists.run(first));
    String flow = Lists.run(Lists.with("items: [{kind: A, metadata: {name: a}}]\n", Lists.CONFIG));
    assertEquals(flow, Lists.run(flow));
  }

  @Test
  void replacesOwnItemsAndKeepsAnnotationsOfKpt() {
    String kpt =
        """
            config.kubernetes.io/index: '1'
            config.kubernetes.io/path: 'aliases.yaml'
            internal.config.kubernetes.io/path: 'aliases.yaml'
        """;
    String mark = "    egressalias.io/alias: prod/wiki\n";
    String first =
        Lists.run(Lists.with(OTHERS, Lists.CONFIG))
            .replace("  " + mark, "  " + mark + kpt.indent(2));
    String edited = first.replace("port: 80\n- apiVersion", "port: 81\n- apiVersion");
    String output = Lists.run(edited.replace("prod/wiki", "'prod/wiki'"));
    assertEquals(Lists.read(first), Lists.read(output));
    assertTrue(output.startsWith(Lists.with(OTHERS, "")), output);
    assertEquals(output, Lists.run(output));
  }

  @Test
  void placesAfterSurrogatePairsAreRight() {
    String items =
        """
        items:
        - kind: A # \uD83D\uDE80\uD83D\uDE80
          metadata: {name: "\uD83D\uDE80"}
        """;
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertEquals(Lists.with(items + MANIFESTS, Lists.CONFIG), output);
    assertEquals(output, Lists.run(output));
  }

  /** YAML still accepts the line ends of old computers. */
  @Test
  void readsLinesThatEndWithCarriageReturns() {
    String list = Lists.run(Lists.with(OTHERS, Lists.CONFIG));
    String output = Lists.run(list.replace('\n', '\r'));
    assertEquals(Lists.names(list), Lists.names(output));
    assertEquals(Lists.read(list), Lists.read(output));
  }

  @Test
  void readsLinesThatEndWithCrlf() {
    String input = Lists.with(OTHERS, Lists.CONFIG).replace("\n", "\r\n");
    String output = Lists.run(input);
    assertEquals(
        (Lists.with(OTHERS, "").replace("\n", "\r\n")
            + MANIFESTS
            + Lists.CONFIG.replace("\n", "\r\n")),
        output);
    assertEquals(4, Lists.items(output).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"---\n", "# a comment\n---\n", "\uFEFF", "%YAML 1.2\n---\n", "\n\n"})
  void readsDocumentsWithOtherStarts(String beginning) {
    String output = Lists.run(beginning + Lists.with(OTHERS, Lists.CONFIG));
    assertEquals(beginning + Lists.with(OTHERS + MANIFESTS, Lists.CONFIG), output);
  }

  @ParameterizedTest
  @ValueSource(strings = {"...\n", "---\n", "# the end\n"})
  void readsDocumentsWithOtherEnds(String end) {
    String head = Lists.with("", Lists.CONFIG);
    assertEquals(head + OTHERS + MANIFESTS + end, Lists.run(head + OTHERS + end));
  }

  @Test
  void needsNoNewlineAtTheEnd() {
    String head = Lists.with("", Lists.CONFIG);
    String items = "items:\n- kind: A\n  metadata: {name: a}";
    assertEquals(head + items + "\n" + MANIFESTS, Lists.run(head + items));
    assertEquals(OURS, Lists.names(Lists.run(head.stripTrailing())));
  }

  @Test
  void readsTheOlderVersionOfTheSpecification() {
    String list =
        Lists.with(OTHERS, Lists.CONFIG).replace("kubernetes.io/v1\n", "kubernetes.io/v1beta1\n");
    assertEquals(list.replace("functionConfig", MANIFESTS + "functionConfig"), Lists.run(list));
  }

  @Test
  void readsTenMegabytesOfItems() {
    String item =
        """
        - apiVersion: v1
          kind: ConfigMap
          metadata: {name: c, annotations: {egressalias.io/alias: default/c}}
          data: {text: "\uD83D\uDE80 %s"}
        """
            .formatted("x".repeat(400));
    String items = "items:\n" + item.repeat(10 * 1024 * 1024 / item.length() + 1);
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertTrue(output.equals(Lists.with(items + MANIFESTS, Lists.CONFIG)), "other output");
  }
}
