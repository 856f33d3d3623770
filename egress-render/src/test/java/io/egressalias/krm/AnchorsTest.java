package io.egressalias.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What YAML's aliases repeat stays as it is, or is not changed at all. */
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
      })
  void areInNobodysWay(String items) {
    String output = Lists.run(Lists.with(items, Lists.CONFIG));
    assertTrue(output.contains(items.replace("]\n", "")), output);
    assertEquals(List.of("A/a", "Service/wiki", "DestinationRule/wiki"), Lists.names(output));
    assertEquals(output, Lists.run(output));
  }

  /** Each line names the line of what has to be changed and that of what repeats it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "items: &i;- {kind: A, metadata: {name: a}};other: *i;| 3 | 5 | i",
        "other: &i;- {kind: A, metadata: {name: a}};items: *i;| 3 | 5 | i",
        "other: &i [{kind: A, metadata: {name: a}}];items: *i;| 3 | 4 | i",
        "items:;- &s {kind: Service, apiVersion: v1, metadata: {name: wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};- *s;| 4 | 5 | s",
        "items:;- {kind: Service, apiVersion: v1, metadata: {name: &n wiki, namespace: prod,"
            + " annotations: {egressalias.io/alias: prod/wiki}}};- {kind: A, metadata: {name: *n}}"
            + ";| 4 | 5 | n",
        "items:;- &last;  kind: A;  metadata: {name: a};other: *last;| 4 | 7 | last",
      })
  void areNotChangedBehindAnAlias(String items, int changed, int repeated, String anchor) {
    FunctionOutput output =
        ResourceListFunction.run(Lists.with(items.replace(';', '\n'), Lists.CONFIG));
    assertRefused(output, changed, repeated, anchor);
  }

  @Test
  void areNotMendedBehindAnAlias() {
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
    assertRefused(LegacyPlugin.mend(document), 5, 6, "mark");
  }

  private static void assertRefused(
      FunctionOutput output, int changed, int repeated, String anchor) {
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertEquals(1, output.diagnostics().size());
    assertEquals(Rule.RESOURCE_LIST, output.diagnostics().get(0).rule());
    assertEquals(
        "what begins in line %s has to be changed, and `*%s` in line %s repeats it"
            .formatted(changed, anchor, repeated),
        output.diagnostics().get(0).message());
  }
}
