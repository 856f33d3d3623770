package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** ResourceLists for tests, and an independent reader of the output. */
final class Lists {
  /** One alias without findings, which renders a Service and a DestinationRule. */
  static final String CONFIG =
      """
      functionConfig:
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliases
        metadata:
          name: external
        spec:
          namespace: prod
          aliases:
          - name: wiki
            externalName: wikipedia.org
            ports:
            - name: http
              port: 80
            tls:
              mode: DISABLE
      """;

  static final String TRANSFORM =
      """
      functionConfig:
        apiVersion: egressalias.io/v1alpha1
        kind: EgressAliasesTransform
        metadata:
          name: transform
      """;

  private static final String HEAD = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n";

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setAllowDuplicateKeys(false)
          .setCodePointLimit(Integer.MAX_VALUE)
          .build();

  private Lists() {}

  /** Returns a list with the given items and configuration. */
  static String with(String items, String config) {
    return HEAD + items + config;
  }

  /** Runs the function, which must succeed without findings. */
  static String run(String input) {
    FunctionOutput output = ResourceListFunction.run(input);
    assertEquals(List.of(), output.diagnostics());
    assertFalse(output.failed());
    return output.text();
  }

  /** Runs the transformer over items in block style, and returns them. */
  static String transform(String items) {
    String output = run(with("items:\n" + items, TRANSFORM));
    String head = HEAD + "items:\n";
    assertTrue(output.startsWith(head) && output.endsWith(TRANSFORM), output);
    return output.substring(head.length(), output.length() - TRANSFORM.length());
  }

  static Map<?, ?> read(String list) {
    return (Map<?, ?>) new Load(SETTINGS).loadFromString(list);
  }

  static List<?> items(String list) {
    return (List<?>) field(read(list), "items");
  }

  /** Returns the value at a path of keys and indices. */
  static Object field(Object tree, Object... path) {
    Object here = tree;
    for (Object step : path) {
      Optional<?> next =
          step instanceof Integer index
              ? Optional.ofNullable(((List<?>) here).get(index))
              : Optional.ofNullable(((Map<?, ?>) here).get(step));
      here = next.orElseThrow(() -> new AssertionError("no " + List.of(path) + " in " + tree));
    }
    return here;
  }

  /** Returns the kinds and names of items, in order. */
  static List<String> names(String list) {
    return items(list).stream()
        .map(item -> field(item, "kind") + "/" + field(item, "metadata", "name"))
        .toList();
  }
}
