package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that YAML aliases repeat are kept, or the change is refused. */
final class AnchorsTest {
  private static final String SETTINGS = "{kind: A, metadata: {name: a}}\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "items: &i\n- " + SETTINGS,
        "items: &i\n  - " + SETTINGS,
        "items: !!seq\n- " + SETTINGS,
        "items: !!seq &i # all\n\n    - " + SETTINGS,
        "items: &i [{kind: A, metadata: {name: a}}]\n",
        "items:\n- &x\n  kind: A\n  metadata: {name: a}\n",
        "items:\n- &x " + SETTINGS,
        "items:\n- {kind: A, metadata: {name: &n a, labels: {app: *n}}}\n",
        "items:\n- kind: &k A\n  metadata: {name: a}\n  data: {a: *k}\n",
        "items:\n- kind: &k A\n  metadata: {name: a}\n  data: *k\n",
        "items:\n- kind: A\n  metadata: {name: a, labels: &l {a: b}}\n  data: *l # the last\n",
        "other: &s {kind: A, metadata: {name: a}}\nitems: [*s]\n",
        "other: &s\n  kind: A\n  metadata: {name: a}\nitems:\n- *s\n",
      })
  void unaffectedAnchorsAreKept(String items) {
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertTrue(output.contains(items.replace("]\n", "")), output);
    assertEquals(List.of("A/a", "Service/wiki", "DestinationRule/wiki"), Lists.names(output));
    assertEquals(output, Lists.run(output));
  }

  /** Each message has the line of the value to change and that of the alias. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "items: &i;- {kind: A, metadata: {name: a}};other: *i;| 3 | 5 | i",
        "other: &i;- {kind: A, metadata: {name: a}};items: *i;| 3 | 5 | i",
        "other: &i [{kind: A, metadata: {name: a}}];items: *i;| 3 | 4 | i",
        "items:;- &s {kind: Service, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};other: *s;| 4 | 5 | s",
        "items:;- &s {kind: Endpoints, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};other: *s;| 4 | 5 | s",
        "items: &i;- {kind: Endpoints, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};other: *i;| 3 | 5 | i",
        "other: &i;- {kind: Endpoints, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};- a # b;- c;items: *i;| 3 | 7 | i",
        "items:;- {kind: Service, apiVersion: v1, metadata: {name: &n wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};- {kind: A, metadata: {name: *n}}"
            + ";| 4 | 5 | n",
        "items:;- &last;  kind: A;  metadata: {name: a};other: *last;| 4 | 7 | last",
        "items:;- {kind: Service, apiVersion: v1, metadata: &m {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};other: *m;| 4 | 5 | m",
      })
  void anchoredItemIsNotReplacedIfAnAliasStays(
      String items, int changed, int repeated, String anchor) {
    FunctionOutput output =
        ResourceListFunction.run(Lists.with(items.replace(';', '\n'), Lists.CONFIG));
    assertRefused(output, changed, repeated, anchor);
  }

  @Test
  void anchoredReferenceIsNotUpdatedIfAnAliasStays() {
    String service =
        """
        items:
        - apiVersion: v1
          kind: Service
          metadata:
            name: p-db
            annotations: {egressalias.io/alias: &mark default/db}
            labels: {of: *mark}
        """;
    assertRefused(ResourceListFunction.run(Lists.with(service, Lists.TRANSFORM)), 8, 9, "mark");
    String document = service.substring(service.indexOf("- ") + 2).replace("\n  ", "\n");
    assertRefused(LegacyPlugin.transform(document), 5, 6, "mark");
  }

  @Test
  void anchorIsReplacedTogetherWithItsAlias() {
    String first =
        "items:\n- {kind: Service, apiVersion: v1, metadata: &m {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}}\n";
    String second = "- {kind: DestinationRule, apiVersion: networking.istio.io/v1, metadata: *m}\n";
    String output = Lists.run(Lists.with(first + second, Lists.CONFIG));
    assertEquals(List.of("Service/wiki", "DestinationRule/wiki"), Lists.names(output));
  }

  @Test
  void anchorIsRemovedTogetherWithItsAlias() {
    String items =
        "items:\n- &s {kind: Service, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}}\n- *s\n- {kind: A, metadata:"
            + " {name: a}}\n";
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertEquals(List.of("Service/wiki", "A/a", "DestinationRule/wiki"), Lists.names(output));
    assertEquals(output, Lists.run(output));
  }

  @Test
  void aliasIsReplacedByTheUpdatedValue() {
    String items =
        """
        - apiVersion: v1
          kind: Service
          metadata:
            annotations: {a: &mark default/db, egressalias.io/alias: *mark}
            labels: &l
              app: x
            name: p-db
          spec:
            ports: &p
            - port: 80
            selector: *l
            type: ExternalName
        - kind: ConfigMap
          metadata: {name: other}
          data: *p
        """;
    String updated =
        items.replace("alias: *mark", "alias: default/p-db").replace("    selector: *l\n", "");
    assertEquals(updated, Lists.transform(items));
  }

  @Test
  void aliasAsTheLastValueDoesNotMoveResults() {
    String config =
        Lists.CONFIG
                .replace("      tls:\n        mode: DISABLE\n", "")
                .replace("ports:", "ports: &p")
            + "    - {name: other, externalName: example.com, ports: *p}\n";
    FunctionOutput output = ResourceListFunction.run(Lists.with("items: []\n", config));
    assertTrue(output.text().contains(config.stripTrailing()), output.text());
    assertEquals(2, ((List<?>) Lists.field(Lists.read(output.text()), "results")).size());
  }

  private static void assertRefused(
      FunctionOutput output, int changed, int repeated, String anchor) {
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertEquals(1, output.diagnostics().size());
    assertEquals(Rule.RESOURCE_LIST, output.diagnostics().get(0).rule());
    assertEquals(
        "cannot edit the value at line %s: the YAML alias `*%s` at line %s refers to it"
            .formatted(changed, anchor, repeated),
        output.diagnostics().get(0).message());
  }
}
