package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.diagnostic.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests the verbs other than {@code render}. */
final class VerbsTest {
  private static final String WRONG =
      Texts.declaration("a").replace("port: 80", "port: 70000").replace("tls:", "lts:");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(directory.resolve("right.yaml"), Texts.declaration("a"));
    Files.writeString(directory.resolve("wrong, 50%.yaml"), WRONG);
  }

  /** A repeated value has only one place in the text. */
  @Test
  void lintPrintsFindingsThatYamlAliasesRepeatOnce() {
    Path wrong = Path.of("../src/test/resources/cases/wrong-and-repeated.yaml").toAbsolutePath();
    Run text = lint(wrong.toString());
    assertTrue(text.out().contains("\n2 errors, "), text.out());
    Run github = lint("--format", "github", wrong.toString());
    assertEquals(2, github.out().lines().filter(l -> l.startsWith("::error ")).count());
    Run json = lint("--format", "json", wrong.toString());
    assertEquals(4, json.out().split("\"error\"", -1).length - 1, json.out());
  }

  @Test
  void lintPrintsEveryFindingAndFailsOnErrors() {
    Run run = lint("wrong, 50%.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.out().startsWith("wrong, 50%.yaml:6:71: error EGA0301: "), run.out());
    assertTrue(run.out().contains("error EGA0102: the key `lts` is unknown"), run.out());
    assertTrue(
        run.out()
            .endsWith(
                """
                2 errors, 0 warnings, 0 infos
                For the reason, run: egress explain EGA0301
                """),
        run.out());
    assertEquals("", run.err());
  }

  @Test
  void lintPrintsInfosAndSucceeds() {
    Run run = lint("right.yaml");
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().contains("info EGA0806: "), run.out());
    assertFalse(Run.in(directory, "render", "right.yaml").err().contains("info"));
  }

  @Test
  void lintFailsOnWarningsIfRequested() throws IOException {
    String warning = Texts.declaration("a").replace(", tls: {mode: DISABLE}", "");
    Files.writeString(directory.resolve("warning.yaml"), warning);
    assertEquals(ExitStatus.DONE, lint("warning.yaml").status());
    assertEquals(ExitStatus.FINDINGS, lint("--fail-on", "warning", "warning.yaml").status());
  }

  @Test
  void lintPrintsJson() {
    JsonNode finding =
        JsonMapper.shared()
            .readTree(lint("--format", "json", "wrong, 50%.yaml").out())
            .at("/findings/0");
    assertEquals("EGA0301", finding.path("code").asString());
    assertEquals("error", finding.path("severity").asString());
    assertEquals("wrong, 50%.yaml", finding.path("file").asString());
    assertEquals(6, finding.path("line").asInt());
    assertEquals(71, finding.path("column").asInt());
    assertEquals("spec.aliases[0].ports[0].port", finding.path("path").asString());
    assertFalse(finding.path("message").asString().isEmpty());
    assertFalse(finding.path("remedy").asString().isEmpty());
  }

  @Test
  void lintPrintsSarif() {
    JsonNode run =
        JsonMapper.shared()
            .readTree(lint("--format", "sarif", "wrong, 50%.yaml").out())
            .at("/runs/0");
    JsonNode result = run.at("/results/0");
    assertEquals("EGA0301", result.path("ruleId").asString());
    int index = result.path("ruleIndex").asInt();
    assertEquals("EGA0301", run.at("/tool/driver/rules/" + index + "/id").asString());
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertEquals("wrong%2C%2050%25.yaml", place.at("/artifactLocation/uri").asString());
    assertEquals(6, place.at("/region/startLine").asInt());
  }

  @Test
  void lintPrintsAnnotationsForGithub() {
    String line =
        lint("--format", "github", "wrong, 50%.yaml").out().lines().findFirst().orElse("");
    assertTrue(
        line.startsWith("::error file=wrong%2C 50%25.yaml,line=6,col=71,title=EGA0301::"), line);
  }

  @ParameterizedTest
  @EnumSource(Rule.class)
  void explainPrintsEveryRule(Rule rule) {
    Run run = Run.in(directory, "explain", rule.code());
    assertEquals(ExitStatus.DONE, run.status());
    String heads =
        run.out().lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining("\n"));
    assertEquals(
        """
        RULE:       %s
        SEVERITY:   %s
        TITLE:      %s

        WHY:

        WHAT TO DO:

        WRONG:

        RIGHT:

        REFERENCES:"""
            .formatted(rule.code(), rule.severityWords(), rule.title()),
        heads);
    assertTrue(
        run.out().endsWith("    " + String.join("\n    ", rule.references()) + "\n"), run.out());
  }

  @Test
  void explainListsTheRules() {
    assertEquals(
        Arrays.stream(Rule.values()).map(Rule::code).toList(),
        Run.in(directory, "explain").out().lines().map(line -> line.substring(0, 7)).toList());
  }

  @Test
  void explainRefusesUnknownRulesAndFields() {
    Run run = Run.in(directory, "explain", "EGA9999");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertEquals(
        "egress: unknown rule `EGA9999`. Run `egress explain` to list the rules.\n", run.err());
  }

  @Test
  void explainPrintsAField() {
    assertEquals(
        """
        KIND:       EgressAliases
        VERSION:    egressalias.io/v1alpha1

        FIELD: outboundTrafficPolicy <string>

        DESCRIPTION:
            How the mesh handles traffic to unknown hosts.

        DEFAULT:
            ALLOW_ANY

        ALLOWED:
            ALLOW_ANY, REGISTRY_ONLY, ALLOW_ANY_DYNAMIC_DNS

        EXAMPLE:
            outboundTrafficPolicy: REGISTRY_ONLY
        """,
        Run.in(directory, "explain", "spec.platform.outboundTrafficPolicy").out());
  }

  @Test
  void explainPrintsNestedFields() {
    String text = Run.in(directory, "explain", "spec.aliases[0].ports").out();
    assertTrue(text.contains("\nFIELD: ports <[]Object>\n"), text);
    assertTrue(
        text.contains("\n  port <integer> -required-\n    The port that workloads call.\n"), text);
    assertTrue(text.endsWith("as a whole.\n"), text);
  }

  @Test
  void schemaIsTheCommittedOne() throws IOException {
    assertEquals(
        Files.readString(Path.of("../egressaliases.schema.json")),
        Run.in(directory, "schema").out());
  }

  @Test
  void planPrintsStepsAndRefusesErrors() throws IOException {
    Files.writeString(directory.resolve("more.yaml"), Texts.declaration("a", "b"));
    Run run = Run.in(directory, "plan", "--from", "right.yaml", "--to", "more.yaml");
    assertEquals(
        """
        create   Service b  (does not exist yet)
        create   DestinationRule b  (does not exist yet)
        2 steps, 2 objects unchanged
        """,
        run.out());
    Run wrong = Run.in(directory, "plan", "--from", "right.yaml", "--to", "wrong, 50%.yaml");
    assertEquals(ExitStatus.FINDINGS, wrong.status());
    assertEquals("", wrong.out());
  }

  @Test
  void planReadsStandardInputOnce() {
    Run run = Run.on(Texts.declaration("a"), directory, "plan", "--from", "-", "--to", "-");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertEquals("egress: standard input can be read only once. Pass `-` once.\n", run.err());
  }

  @Test
  void emptyFileNameIsAFailure() {
    Run run = Run.in(directory, "render", "");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertEquals(
        "egress: the name of a file is empty. Pass a name, or `.` for the current directory.\n",
        run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--namespace=Foo_", "--cluster-domain=Foo", "--istio=1", "--kubernetes=1"})
  void invalidOptionValueIsReportedForTheOption(String option) {
    Run run = Run.in(directory, "render", option, "right.yaml");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().startsWith("Expected a "), run.err());
    assertTrue(run.err().contains("`" + option.replaceAll("=.*", "") + "`"), run.err());
  }

  @Test
  void renderExplainsEachObjectInAComment() {
    String text = Run.in(directory, "render", "--explain", "right.yaml").out();
    assertTrue(
        text.startsWith(
            "---\n# Service of the alias a (right.yaml:6:5): defines the DNS name of the alias; direct form for"
                + " Istio before 1.21, or not declared: as on Istio's task page.\napiVersion: v1\n"),
        text);
    assertEquals(
        Run.in(directory, "render", "right.yaml").out(), text.replaceAll("(?m)^# .*\n", ""));
    for (String document : text.substring("---\n".length()).split("(?m)^---\n", -1)) {
      String kind = document.replaceAll("(?s).*\nkind: (\\w+)\n.*", "$1");
      assertTrue(document.startsWith("# " + kind + " of the alias a "), document);
    }
  }

  @Test
  void renderMarksObjectsIfRequested() {
    String text = Run.in(directory, "render", "--mark", "right.yaml").out();
    assertEquals(2, text.lines().filter("    egressalias.io/alias: default/a"::equals).count());
    String made = "    egressalias.io/declaration: egressalias.io/v1alpha1/EgressAliases//";
    assertEquals(2, text.lines().filter(line -> line.startsWith(made)).count());
    assertFalse(Run.in(directory, "render", "right.yaml").out().contains("egressalias.io/alias"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"render", "lint", "check", "plan", "explain", "schema", "install", "uninstall"})
  void everyVerbHasHelpWithAnExample(String verb) {
    Run run = Run.in(directory, verb, "--help");
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().contains("\n  egress " + verb), run.out());
  }

  @Test
  void helpPrintsTheHelpOfAVerb() {
    for (String verb : List.of("render", "plan", "completion")) {
      assertEquals(Run.in(directory, verb, "--help"), Run.in(directory, "help", verb));
    }
    Run all = Run.in(directory, "help");
    assertEquals(Run.in(directory, "--help"), all);
    assertTrue(all.out().contains("\n  help "), all.out());
    assertTrue(Run.in(directory, "help", "--help").out().contains("\n  egress help render\n"));
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            """
            Unknown command: 'rendr'
            Did you mean `render`?
            Usage: egress [OPTIONS] [COMMAND]
            Run `egress --help` for all options.
            """),
        Run.in(directory, "help", "rendr"));
  }

  private Run lint(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "lint";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.in(directory, all);
  }
}
