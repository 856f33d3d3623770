package io.egressalias.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.declaration.DeclarationReader;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.report.TextReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadmeTest {
  private static final Pattern SNIPPET =
      Pattern.compile("(?s)// \\[snippet]\\n(.*?)\\n *// \\[/snippet]\\n");
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>egress-parent</artifactId>\\s*<version>([^<]+)</version>");

  private static final Pattern JACKSON =
      Pattern.compile("<jackson.version>([^<]+)</jackson.version>");

  private static final Pattern PROPERTY = Pattern.compile(">\\$\\{(egress\\.[\\w.]+)}<");

  /** The documents about the project, without those of the examples and the generated ones. */
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "egress-render/README.md",
          "egress-render/FORMS.md",
          "egress-render/cli/README.md",
          "egress-render/cli/GITOPS.md",
          "egress-render/cli/KUSTOMIZE.md",
          "egress-render/cli/MANIFESTS.md",
          "egress-render/maven/README.md");

  private static final int MOST_LINES = 250;

  private Markdown readme;

  @BeforeEach
  void read() throws IOException {
    readme = Markdown.read(Project.ROOT.resolve("README.md"));
  }

  /** Returns the blocks of all documents. */
  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    for (String document : DOCUMENTS) {
      blocks.addAll(Markdown.read(Project.ROOT.resolve(document)).blocks(language));
    }
    return blocks;
  }

  @Test
  void readmeIsShortAndLeadsToEachDocument() throws IOException {
    String text = Project.read(Project.ROOT.resolve("README.md"));
    assertTrue(text.lines().count() <= MOST_LINES, () -> text.lines().count() + " lines");
    for (String document : DOCUMENTS.subList(1, DOCUMENTS.size())) {
      assertTrue(text.contains("(" + document + ")"), document);
    }
  }

  @Test
  void beginsWithTheTwoCommands() {
    String declaration = "examples/external-services/egress.yaml";
    assertFalse(readme.opening().contains("\n## "), "a section is before the two commands");
    assertEquals(
        "mvn -ntp -Dmaven.test.skip package && egress-render/target/egress render %s\nmvn -B verify\n"
            .formatted(declaration),
        readme.blocks().get(0).code());
  }

  @Test
  void javaIsTheSnippetsThatTestsRun() throws IOException {
    List<String> snippets =
        List.of(snippet("TwoAliases"), snippet("RenderFile"), snippet("ImportFiles"));
    assertEquals(snippets, blocks("java"));
    for (String code : snippets) {
      assertTrue(code.lines().count() <= 10, "more than ten lines");
    }
  }

  private static String snippet(String type) throws IOException {
    String source = "src/main/java/io/egressalias/examples/" + type + ".java";
    Matcher snippet = SNIPPET.matcher(Project.read(Project.EXAMPLES.resolve(source)));
    assertTrue(snippet.find());
    return snippet.group(1).stripIndent() + "\n";
  }

  @Test
  void yamlIsADeclarationOrWholeDocumentsOfOutput() throws IOException {
    Path example = Project.EXAMPLES.resolve("external-services");
    String declaration = Project.read(example.resolve("egress.yaml"));
    String output = Project.read(example.resolve("expected.yaml")) + "---\n";
    List<String> blocks = blocks("yaml");
    assertTrue(blocks.contains(declaration), "the declaration is not shown");
    List<String> declarations = new ArrayList<>();
    for (Path each : Project.examples()) {
      declarations.add(Project.read(each.resolve("egress.yaml")));
    }
    declarations.add(Project.read(Project.EXAMPLES.resolve("kustomize-kubectl/transform.yaml")));
    declarations.add(Project.read(Project.EXAMPLES.resolve("check/step.yaml")));
    List<String> shown = blocks.stream().filter(block -> !declarations.contains(block)).toList();
    assertFalse(shown.isEmpty(), "no output is shown");
    for (String block : shown) {
      assertTrue(block.startsWith("---\n") && output.contains(block + "---\n"), block);
    }
  }

  @Test
  void findingIsWhatAMisspelledKeyGives() throws IOException {
    String declaration = Project.read(Project.EXAMPLES.resolve("external-services/egress.yaml"));
    String misspelled = declaration.replace("{name: http,", "{nme: http,");
    String report =
        new TextReport(Map.of("egress.yaml", misspelled))
            .print(
                DeclarationReader.read("egress.yaml", misspelled).diagnostics().stream()
                    .filter(finding -> finding.severity() != Severity.INFO)
                    .toList());
    assertEquals(List.of(report), blocks("text"));
  }

  /** The commands of the examples are run by a test of the launcher. */
  @Test
  void commandsOfToolsAreThoseOfTheirExamples() throws IOException {
    for (String example : List.of("kustomize-kubectl", "kustomize-function", "kpt")) {
      Path document = Project.EXAMPLES.resolve(example).resolve("README.md");
      String command = Markdown.read(document).blocks("sh").get(0);
      assertTrue(blocks("sh").contains(command), command);
    }
  }

  /** The hook and the step are run by a test of the launcher. */
  @Test
  void hookAndStepAreThoseOfTheirExample() throws IOException {
    Path example = Project.EXAMPLES.resolve("check");
    assertTrue(blocks("sh").contains(Project.read(example.resolve("pre-commit"))));
    assertTrue(blocks("yaml").contains(Project.read(example.resolve("step.yaml"))));
  }

  @Test
  void coordinatesAreThoseOfTheBuild() throws IOException {
    Matcher version = VERSION.matcher(Project.read(Project.ROOT.resolve("pom.xml")));
    assertTrue(version.find());
    String dependency =
        """
        <dependency>
          <groupId>io.egressalias</groupId>
          <artifactId>egress-render</artifactId>
          <version>%s</version>
        </dependency>
        """;
    assertTrue(blocks("xml").contains(dependency.formatted(version.group(1))));
    Matcher jackson = JACKSON.matcher(Project.read(Project.ROOT.resolve("pom.xml")));
    assertTrue(jackson.find());
    assertTrue(blocks("xml").get(1).contains("<version>" + jackson.group(1) + "</version>"));
    assertUses("build-time", "egress-maven-plugin", version.group(1));
    assertUses("build-time-code", "egress-render", version.group(1));
  }

  private static void assertUses(String example, String artifact, String version)
      throws IOException {
    String text = Project.read(Project.EXAMPLES.resolve(example).resolve("pom.xml"));
    String coordinates = "<artifactId>%s</artifactId>\\s*<version>%s</version>";
    assertTrue(
        Pattern.compile(coordinates.formatted(artifact, version)).matcher(text).find(), example);
  }

  @Test
  void pluginIsThatOfTheExample() throws IOException {
    String pom = Project.read(Project.EXAMPLES.resolve("build-time/pom.xml"));
    String plugin =
        Markdown.read(Project.ROOT.resolve("egress-render/maven/README.md")).blocks("xml").get(0);
    assertTrue(pom.contains(plugin.indent(6)), plugin);
  }

  @Test
  void everyUserPropertyIsThere() throws IOException {
    Path descriptor =
        Project.ROOT.resolve("egress-render/maven/target/classes/META-INF/maven/plugin.xml");
    List<String> properties =
        PROPERTY.matcher(Project.read(descriptor)).results().map(m -> m.group(1)).toList();
    assertTrue(properties.size() > 20, properties::toString);
    String text = Project.read(Project.ROOT.resolve("egress-render/maven/README.md"));
    for (String property : properties) {
      assertTrue(text.contains("`" + property + "`"), property);
    }
  }

  static List<Path> documents() throws IOException {
    return Markdown.files(Project.ROOT);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(Path document) throws IOException {
    assertEquals(List.of(), Markdown.read(document).brokenLinks());
  }
}
