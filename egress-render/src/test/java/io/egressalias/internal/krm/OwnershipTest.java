package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run replaces and removes only objects of its own declaration. */
final class OwnershipTest {
  private static final String OTHERS =
      """
      - apiVersion: v1
        kind: Service
        metadata: {name: unmarked, namespace: prod}
      - apiVersion: v1
        kind: Service
        metadata:
          name: of-another-declaration
          namespace: prod
          annotations:
            egressalias.io/alias: prod/wiki
            egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//other
      - apiVersion: v1
        kind: Service
        metadata:
          name: of-another-namespace
          namespace: prod
          annotations:
            egressalias.io/alias: prod/wiki
            egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases/a/external
      - apiVersion: v1
        kind: Service
        metadata:
          name: of-an-alias-that-is-not-declared
          namespace: prod
          annotations: {egressalias.io/alias: prod/other}
      """;

  private static String declaration(String name, String aliases) {
    return """
        functionConfig:
          apiVersion: egressalias.io/v1alpha1
          kind: EgressAliases
          metadata:
            name: %s
          spec:
            platform: {kubernetes: "1.34", istio: "1.27"}
            namespace: default
            aliases:
        """
            .formatted(name)
        + aliases.indent(4);
  }

  private static String external(String name) {
    return "- {name: %s, externalName: example.com, tls: {mode: DISABLE}, ports: [{name: http, port: 80}]}"
        .formatted(name);
  }

  /** Each alias has a different address. */
  private static String addresses(String name) {
    return "- {name: %s, endpoints: [10.20.0.%d], tls: {mode: DISABLE}, ports: [{name: tcp, port: 80}]}"
        .formatted(name, (int) name.charAt(0));
  }

  private static String tls(String name) {
    return ("- {name: %s, endpoints: [10.20.1.%d], tls: {mode: SIMPLE, sni: example.com},"
            + " ports: [{name: tcp, port: 443}]}")
        .formatted(name, (int) name.charAt(0));
  }

  /** Runs the function over the items of a list with another declaration. */
  private static String again(String list, String config) {
    String items = list.substring(list.indexOf("items:"), list.indexOf("functionConfig"));
    return Lists.run(Lists.with(items, config));
  }

  private static Set<Object> objects(String list) {
    return new HashSet<>(Lists.items(list));
  }

  private static void assertAsFromNothing(String before, String after) {
    String empty = Lists.with("items: []\n", "");
    String list = Lists.run(Lists.with("items: []\n", before));
    String second = again(list, after);
    assertEquals(objects(Lists.run(empty + after)), objects(second));
    assertEquals(Lists.items(second).size(), objects(second).size());
    assertEquals(second, Lists.run(second));
  }

  @ParameterizedTest
  @CsvSource({
    "1-clear-text, 2-tls", "1-clear-text, 3-addresses", "1-clear-text, 4-moved-in",
    "2-tls, 1-clear-text", "2-tls, 3-addresses", "2-tls, 4-moved-in",
    "3-addresses, 1-clear-text", "3-addresses, 2-tls", "3-addresses, 4-moved-in",
    "4-moved-in, 1-clear-text", "4-moved-in, 2-tls", "4-moved-in, 3-addresses",
  })
  void everyTransitionLeavesTheDeclaredObjects(String before, String after) throws IOException {
    assertAsFromNothing(step(before), step(after));
  }

  private static String step(String name) throws IOException {
    Path file = Path.of("..", "examples", "lifecycle", name + ".yaml");
    return "functionConfig:\n" + Files.readString(file).indent(2);
  }

  @Test
  void objectsFollowChangesOfAnAlias() {
    String a = external("a");
    List<String> all =
        List.of(
            a,
            a + "\n" + addresses("b"),
            addresses("a") + "\n" + external("b"),
            tls("a"),
            addresses("a"),
            addresses("c"),
            tls("a, namespace: shop"),
            external("a, namespace: shop") + "\n" + addresses("a"));
    for (String before : all) {
      for (String after : all) {
        assertAsFromNothing(declaration("x", before), declaration("x", after));
      }
    }
  }

  @Test
  void objectsOfOthersAreKept() {
    String output = Lists.run(Lists.with("items:\n" + OTHERS, Lists.CONFIG));
    assertTrue(output.startsWith(Lists.with("items:\n" + OTHERS, "")), output);
    assertEquals(6, Lists.items(output).size());
  }

  @Test
  void declarationsOfOnePackageKeepEachOthersObjects() {
    String first = declaration("x", tls("a") + "\n" + addresses("b"));
    String second = declaration("y", addresses("c"));
    String both = again(Lists.run(Lists.with("items: []\n", first)), second);
    assertEquals(objects(both), objects(again(both, first)));
    String less = again(both, declaration("x", addresses("b")));
    assertEquals(
        List.of(
            "Service/b",
            "EndpointSlice/b-ipv4",
            "DestinationRule/b",
            "Service/c",
            "EndpointSlice/c-ipv4",
            "DestinationRule/c"),
        Lists.names(less).stream().sorted(OwnershipTest::byName).toList());
  }

  private static int byName(String left, String right) {
    return Character.compare(
        left.charAt(left.indexOf('/') + 1), right.charAt(right.indexOf('/') + 1));
  }

  /** Earlier versions marked objects with their alias only. */
  @Test
  void objectMarkedWithItsAliasOnlyIsOwnedWhileTheAliasIsDeclared() {
    String old =
        Lists.run(Lists.with("items: []\n", declaration("x", tls("a") + "\n" + addresses("b"))))
            .replaceAll("(?m)^ +egressalias.io/declaration: .*\n", "");
    assertFalse(old.contains("egressalias.io/declaration"), old);
    String output = again(old, declaration("x", addresses("a")));
    assertEquals(
        List.of(
            "DestinationRule/a",
            "DestinationRule/b",
            "EndpointSlice/a-ipv4",
            "EndpointSlice/b-ipv4",
            "Service/a",
            "Service/b"),
        Lists.names(output).stream().sorted().toList());
  }

  @Test
  void namespaceDefaultEqualsNoNamespace() {
    String written = declaration("x", addresses("a"));
    String left = written.replace("    namespace: default\n", "");
    assertAsFromNothing(written, left);
    assertAsFromNothing(left, written);
  }

  /** A later function of a pipeline can move objects, for example by setting a namespace. */
  @Test
  void movedObjectsAreReplaced() {
    String config = declaration("x", tls("a"));
    String list = Lists.run(Lists.with("items: []\n", config));
    String moved = list.replace("    namespace: default\n    a", "    namespace: moved\n    a");
    assertEquals(objects(list), objects(again(moved, config)));
  }

  @Test
  void secondOfTwoEqualObjectsIsRemoved() {
    String config = declaration("x", addresses("a"));
    String list = Lists.run(Lists.with("items: []\n", config));
    String items = list.substring(list.indexOf("- api"), list.indexOf("functionConfig"));
    assertEquals(
        Lists.with("items:\n" + items, config),
        Lists.run(Lists.with("items:\n" + items + items, config)));
  }

  @Test
  void annotationsOfToolsAreKept() {
    String before = declaration("x", addresses("a"));
    String list = Lists.run(Lists.with("items: []\n", before));
    String path = "      config.kubernetes.io/path: 'x.yaml'\n";
    String kept = list.replaceAll("( +egressalias.io/declaration: .*\n)", "$1" + path);
    String output = again(kept, declaration("x", tls("a")));
    List<?> items = Lists.items(output);
    assertEquals(List.of("Service/a", "DestinationRule/a"), Lists.names(output).subList(0, 2));
    for (int i = 0; i < 2; i++) {
      assertEquals(
          "x.yaml", Lists.field(items, i, "metadata", "annotations", "config.kubernetes.io/path"));
    }
    assertEquals(output, Lists.run(output));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|without a mark",
        "annotations: {egressalias.io/alias: prod/x}|of the alias `prod/x`",
        "annotations: {egressalias.io/declaration: a/b/c//d}|of the declaration `a/b/c//d`",
      })
  void objectOfAnotherOriginIsNotReplaced(String annotations, String found) {
    String item =
        "items:\n- apiVersion: networking.istio.io/v1beta1\n  kind: DestinationRule\n"
            + "  metadata:\n    name: wiki\n    namespace: prod\n    "
            + annotations
            + "\n";
    String past =
        "- kind: A\n  metadata: {annotations: {egressalias.io/declaration:"
            + " egressalias.io/v1alpha1/EgressAliases//external}}\n";
    String input = Lists.with(item + past, Lists.CONFIG);
    FunctionOutput output = ResourceListFunction.run(input);
    assertTrue(output.failed());
    assertTrue(output.text().startsWith(input + "results:\n"), output.text());
    Diagnostic finding = output.diagnostics().get(0);
    assertEquals(1, output.diagnostics().size());
    assertEquals(Rule.FOREIGN_OBJECT, finding.rule());
    assertEquals("[DestinationRule prod/wiki]", finding.path().toString());
    assertTrue(finding.message().endsWith("found one " + found), finding.message());
    Object result = Lists.field(Lists.read(output.text()), "results", 0);
    assertEquals("wiki", Lists.field(result, "resourceRef", "name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n    namespace: default"})
  void objectOfAnotherOriginInNamespaceDefaultIsRecognized(String namespace) {
    String item =
        "items:\n- apiVersion: v1\n  kind: Service\n  metadata:\n    name: a" + namespace + "\n";
    String config = declaration("x", external("a")).replace("    namespace: default\n", "");
    String input = Lists.with(item, config);
    assertEquals(Rule.FOREIGN_OBJECT, ResourceListFunction.run(input).diagnostics().get(0).rule());
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Service, other, prod",
    "v1, Service, wiki, other",
    "v1, Endpoints, wiki, prod",
    "example.com/v1, Service, wiki, prod",
  })
  void objectsOfAnotherIdentityDoNotConflict(
      String version, String kind, String name, String namespace) {
    String item =
        "items:\n- apiVersion: %s\n  kind: %s\n  metadata: {name: %s, namespace: %s}\n"
            .formatted(version, kind, name, namespace);
    assertEquals(3, Lists.items(Lists.run(Lists.with(item, Lists.CONFIG))).size());
  }

  @ParameterizedTest
  @CsvSource({"a/b, a%2Fb", "50%, 50%25", "' ', ' '"})
  void slashesInNamesAreEscaped(String name, String escaped) {
    String config = declaration("'" + name + "'", external("a"));
    String output = Lists.run(Lists.with("items: []\n", config));
    assertEquals(
        "egressalias.io/v1alpha1/EgressAliases//" + escaped,
        Lists.field(
            Lists.items(output), 0, "metadata", "annotations", "egressalias.io/declaration"));
    assertEquals(output, Lists.run(output));
  }
}
