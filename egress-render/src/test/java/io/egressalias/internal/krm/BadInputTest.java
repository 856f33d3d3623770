package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Printable;
import io.egressalias.diagnostic.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Input that is not a ResourceList is refused with a message, and nothing is written. */
final class BadInputTest {
  static Stream<String> inputs() {
    String list = Lists.with("items: []\n", Lists.CONFIG);
    return Stream.of(
        "",
        "\n\n# nothing\n",
        "---\n---\n",
        "text",
        "42",
        "[1, 2]",
        "{",
        "\t- a: b\n c",
        "a: b: c",
        "\u0000\u0001",
        "apiVersion: v1\nkind: List\nitems: []\n",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
        list.replace("config.kubernetes.io/v1", "v1"),
        list.replace("ResourceList", "resourcelist"),
        list + "---\n" + list,
        Lists.with("items: {}\n", Lists.CONFIG),
        Lists.with("items: none\n", Lists.CONFIG),
        Lists.with("items: []\n", ""),
        Lists.with("items: []\n", "functionConfig: text\n"),
        Lists.with("items: []\n", "functionConfig:\n"),
        "[".repeat(100_000),
        "{a: ".repeat(100_000),
        Lists.with("items: " + "[".repeat(100_000) + "]".repeat(100_000) + "\n", Lists.CONFIG));
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void badInputIsRefused(String input) {
    FunctionOutput output = ResourceListFunction.run(input);
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertEquals(1, output.diagnostics().size());
    assertEquals(Rule.RESOURCE_LIST, output.diagnostics().get(0).rule());
  }

  @Test
  void messageAboutBrokenYamlNamesTheLine() {
    FunctionOutput output = ResourceListFunction.run("kind: ResourceList\nitems: [a\n");
    String message = output.diagnostics().get(0).message();
    assertTrue(message.endsWith("(line 3, column 1)"), message);
  }

  @Test
  void messageAboutAnUnknownAnchorNamesThePlace() {
    assertProblem("items: [*x]", "found undefined alias x (line 1, column 9)");
  }

  /** A template without quotes has such a key. */
  @Test
  void mapAsAKeyOfTheDeclarationIsAFinding() {
    String template = Lists.CONFIG.replace("wikipedia.org", "{{ .host }}");
    FunctionOutput output = ResourceListFunction.run(Lists.with("", template));
    assertTrue(output.failed());
    assertEquals(Rule.SYNTAX, output.diagnostics().get(0).rule());
  }

  @Test
  void nestingIsLimited() {
    String inside = "[".repeat(999) + "]".repeat(999);
    assertTrue(!ResourceListFunction.run(Lists.with("x: " + inside + "\n", Lists.CONFIG)).failed());
    assertProblem(
        "x: [" + inside + "]",
        "lists and maps are nested more than 1000 levels deep (line 1, column 1003)");
  }

  /** Each line has ten times the values of the previous one. */
  @Test
  void numberOfRepeatedValuesIsLimited() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i <= 9; i++) {
      text.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)));
    }
    assertProblem(
        text.toString(),
        "the text has more than 5000000 values, repeated ones counted (line 8, column 15)");
    assertTrue(LegacyPlugin.transform(text.toString()).failed());
  }

  private static void assertProblem(String input, String problem) {
    FunctionOutput output = ResourceListFunction.run(input);
    assertTrue(output.failed());
    assertEquals("", output.text());
    assertEquals(Rule.RESOURCE_LIST, output.diagnostics().get(0).rule());
    assertEquals(
        "expected a document of kind `ResourceList`, found invalid YAML: " + problem,
        output.diagnostics().get(0).message());
  }

  /** kustomize and kpt print the message unchanged. */
  @Test
  void foundTextIsEscaped() {
    for (String junk :
        List.of("\u0000\u0001", "a: \"\\\u001B[2J\"", "&\u202E a", "a: @\u0085\u009B")) {
      String message = ResourceListFunction.run(junk).diagnostics().get(0).message();
      assertEquals(message, Printable.line(message));
    }
  }

  @Test
  void deeplyNestedDeclarationIsAFinding() {
    String deep = Lists.CONFIG.replace("wikipedia.org", "[".repeat(500) + "]".repeat(500));
    FunctionOutput output = ResourceListFunction.run(Lists.with("", deep));
    assertTrue(output.failed());
    assertEquals(Rule.LIMIT, output.diagnostics().get(0).rule());
  }

  @Test
  void transformConfigurationHasTheSameApiVersion() {
    String other = Lists.TRANSFORM.replace("v1alpha1", "v2");
    FunctionOutput output = ResourceListFunction.run(Lists.with("items: []\n", other));
    assertTrue(output.failed());
    assertEquals(Rule.KIND, output.diagnostics().get(0).rule());
  }
}
