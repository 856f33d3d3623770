package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One run of the transformer renders all declarations among the items. */
final class ListedDeclarationsTest {
  private static final String SETTINGS =
      """
      - apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings} # of the shop
      """;

  private static final String OF_KUSTOMIZE =
      ", annotations: {kustomize.config.k8s.io/id: \"kind: EgressAliases\"}";

  private static String declaration(String name, String alias, String metadata) {
    return """
    - apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: %s%s}
      spec:
        platform: {kubernetes: "1.34", istio: "1.27"}
        namespace: prod
        aliases:
        - name: %s
          endpoints: [10.0.0.1]
          ports:
          - {name: tcp-db, port: 5432}
          tls: {mode: DISABLE}
    """
        .formatted(name, metadata, alias);
  }

  private static String list(String... items) {
    return Lists.with("items:\n" + String.join("", items), Lists.TRANSFORM);
  }

  private static List<String> objects(String alias) {
    return List.of(
        "Service/" + alias, "EndpointSlice/" + alias + "-ipv4", "DestinationRule/" + alias);
  }

  @Test
  void replacesTheDeclarationsInTheResourcesOfKustomize() {
    String output =
        Lists.run(
            list(
                declaration("one", "a", OF_KUSTOMIZE),
                SETTINGS,
                declaration("two", "b", OF_KUSTOMIZE)));
    assertEquals(
        join(List.of("ConfigMap/settings"), join(objects("a"), objects("b"))), names(output));
    assertTrue(output.contains(SETTINGS), output);
    List<?> items = Lists.items(output);
    assertEquals("egressalias.io/v1alpha1/EgressAliases//one", declaration(items.get(1)));
    assertEquals("egressalias.io/v1alpha1/EgressAliases//two", declaration(items.get(4)));
  }

  @Test
  void replacesTheOnlyItem() {
    assertEquals(objects("a"), names(Lists.run(list(declaration("one", "a", OF_KUSTOMIZE)))));
  }

  /** A generator of kustomize returns its declaration, and transformers then receive it. */
  @Test
  void leavesTheDeclarationOfAGenerator() {
    String generator =
        declaration("one", "a", OF_KUSTOMIZE)
            .replace("annotations: {", "annotations: {config.kubernetes.io/function: \"exec:\", ");
    assertEquals(List.of("EgressAliases/one"), names(Lists.run(list(generator))));
    assertEquals(
        join(List.of("EgressAliases/one"), objects("b")),
        names(Lists.run(list(generator, declaration("two", "b", OF_KUSTOMIZE)))));
  }

  @Test
  void removesADeclarationWithoutAliases() {
    String none =
        """
        - apiVersion: egressalias.io/v1alpha1
          kind: EgressAliases
          metadata: {name: none%s}
          spec: {aliases: []}
        """
            .formatted(OF_KUSTOMIZE);
    assertEquals(List.of("ConfigMap/settings"), names(Lists.run(list(none, SETTINGS))));
    assertEquals(List.of(), names(Lists.run(list(none))));
  }

  /** Another tool would delete the files of declarations that are not in the output. */
  @Test
  void keepsTheDeclarationsOfOtherTools() {
    String input = list(declaration("one", "a", ""), SETTINGS, declaration("two", "b", ""));
    String output = Lists.run(input);
    assertEquals(
        join(
            List.of("EgressAliases/one", "ConfigMap/settings", "EgressAliases/two"),
            join(objects("a"), objects("b"))),
        names(output));
    assertEquals(output, Lists.run(output));
    String changed = Lists.run(output.replace("- name: b\n", "- name: c\n"));
    assertEquals(Lists.run(input.replace("- name: b\n", "- name: c\n")), changed);
  }

  @Test
  void updatesObjectsOfAnotherRunAsWell() {
    String base = Lists.run(list(declaration("one", "a", OF_KUSTOMIZE)));
    String renamed =
        base.replace("name: a\n", "name: x-a\n")
            .replace("functionConfig:", declaration("two", "b", OF_KUSTOMIZE) + "functionConfig:");
    String output = Lists.run(renamed);
    assertEquals("x-a.prod.svc.cluster.local", Lists.field(item(output, 2), "spec", "host"));
    assertEquals(objects("b"), names(output).subList(3, 6));
  }

  /** Bases can have declarations of the same name, so nothing is left of an earlier run. */
  @Test
  void keepsObjectsOfADeclarationWithTheSameNameInKustomize() {
    String base = Lists.run(list(declaration("one", "a", OF_KUSTOMIZE)));
    String both =
        base.replace("functionConfig:", declaration("one", "b", OF_KUSTOMIZE) + "functionConfig:");
    assertEquals(join(objects("a"), objects("b")), names(Lists.run(both)));
  }

  @Test
  void refusesAnAliasThatTwoDeclarationsHave() {
    Diagnostic found =
        finding(list(declaration("one", "a", OF_KUSTOMIZE), declaration("two", "a", OF_KUSTOMIZE)));
    assertEquals(Rule.DUPLICATE_OBJECT, found.rule());
    assertEquals("[EgressAliases default/two].spec.aliases[0].name", found.path().toString());
    assertTrue(found.location().isEmpty());
  }

  @Test
  void refusesAnObjectOfAnotherOrigin() {
    String service =
        """
        - apiVersion: v1
          kind: Service
          metadata: {name: a, namespace: prod}
        """;
    Diagnostic found = finding(list(service, declaration("one", "a", OF_KUSTOMIZE)));
    assertEquals(Rule.FOREIGN_OBJECT, found.rule());
    assertEquals("[Service prod/a]", found.path().toString());
  }

  @Test
  void explainsLabelsOfKustomize() {
    String labels = ", labels: {team: shop}";
    Diagnostic ofKustomize = finding(list(declaration("one", "a", OF_KUSTOMIZE + labels)));
    assertEquals("[EgressAliases default/one].metadata.labels", ofKustomize.path().toString());
    assertTrue(ofKustomize.remedy().contains("among its `resources`"), ofKustomize.remedy());
    Diagnostic other = finding(list(declaration("one", "a", labels)));
    assertFalse(other.remedy().contains("among its `resources`"), other.remedy());
    assertEquals(ofKustomize.rule(), other.rule());
  }

  @Test
  void thePluginReplacesDeclarationsAmongDocuments() {
    String one = document(declaration("one", "a", OF_KUSTOMIZE));
    String two = document(declaration("two", "b", OF_KUSTOMIZE));
    FunctionOutput output =
        LegacyPlugin.transform(one + "---\n" + document(SETTINGS) + "---\n" + two.stripTrailing());
    assertEquals(List.of(), output.diagnostics());
    String text = output.text();
    assertFalse(text.contains("kind: EgressAliases\n"), text);
    assertTrue(text.contains("{name: settings} # of the shop\n"), text);
    assertEquals(7, text.split("(?m)^kind: ", -1).length - 1, text);
  }

  @Test
  void thePluginRefusesADeclarationWithAnError() {
    FunctionOutput output =
        LegacyPlugin.transform(document(declaration("one", "a", "")).replace("5432", "0"));
    assertTrue(output.failed());
    assertEquals("", output.text());
  }

  private static String document(String item) {
    return item.substring(2).replace("\n  ", "\n");
  }

  private static Diagnostic finding(String input) {
    FunctionOutput output = ResourceListFunction.run(input);
    assertTrue(output.failed());
    assertEquals(1, output.diagnostics().size(), output.diagnostics()::toString);
    return output.diagnostics().get(0);
  }

  private static Object item(String output, int index) {
    return Lists.field(Lists.items(output), index);
  }

  private static Object declaration(Object item) {
    return Lists.field(item, "metadata", "annotations", "egressalias.io/declaration");
  }

  private static List<String> names(String output) {
    return Lists.names(output);
  }

  private static List<String> join(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
