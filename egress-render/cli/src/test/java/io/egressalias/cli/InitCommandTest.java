package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class InitCommandTest {
  private static final Path EXAMPLES = Path.of("../../examples");

  /** These show the work with other tools, what an import writes, and what many aliases share. */
  private static final Set<String> OTHERS =
      Set.of(
          "consumers",
          "gitops",
          "import",
          "kpt",
          "kustomize-function",
          "kustomize-kubectl",
          "kustomize-resources",
          "linters",
          "many-aliases");

  @TempDir private Path directory = Path.of("");

  static List<String> topics() {
    return Topic.NAMES;
  }

  @Test
  void everyExampleIsATopic() throws IOException {
    try (Stream<Path> entries = Files.list(EXAMPLES)) {
      Set<String> examples =
          entries
              .filter(entry -> Files.exists(entry.resolve("egress.yaml")))
              .map(entry -> entry.getFileName().toString())
              .filter(name -> !OTHERS.contains(name))
              .collect(Collectors.toSet());
      assertEquals(examples, Set.copyOf(Topic.NAMES));
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void declarationHasNoFindingsAndIsCommentedAndFormatted(String topic) throws IOException {
    Run init = Run.in(directory, "init", topic);
    assertEquals(Files.readString(EXAMPLES.resolve(topic).resolve("egress.yaml")), init.out());
    Run lint = Run.on(init.out(), directory, "lint", "--fail-on", "warning", "-");
    assertEquals(ExitStatus.DONE, lint.status(), lint.out());
    Run check = Run.on(init.out(), directory, "fmt", "--check");
    assertEquals(new Run(ExitStatus.DONE, "", ""), check);
    assertEveryFieldHasAComment(init.out());
  }

  /** A field of an alias has a comment above it. */
  private static void assertEveryFieldHasAComment(String text) {
    List<String> lines = text.lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.matches(" {2}(  |- )?[a-zA-Z]+:.*") && !line.equals("  aliases:")) {
        assertTrue(lines.get(i - 1).strip().startsWith("# "), line);
      }
    }
  }

  @Test
  void simplestIsPrintedWithoutATopic() {
    assertEquals(Run.in(directory, "init", "external-services"), Run.in(directory, "init"));
  }

  @Test
  void listHasALineForEachTopic() {
    List<String> lines = Run.in(directory, "init", "--list").out().lines().toList();
    assertEquals(
        Topic.NAMES, lines.stream().map(line -> line.substring(0, line.indexOf(' '))).toList());
    assertTrue(
        lines.contains("tls-origination      TLS originated by the sidecar"), lines::toString);
  }

  @Test
  void existingFileIsNotChanged() throws IOException {
    Path file = directory.resolve("egress.yaml");
    assertEquals(
        new Run(ExitStatus.DONE, "", ""), Run.in(directory, "init", "-o", "egress.yaml", "redis"));
    String written = Files.readString(file);
    assertEquals(Run.in(directory, "init", "redis").out(), written);
    Run again = Run.in(directory, "init", "-o", "egress.yaml");
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            "egress: `egress.yaml` already exists and is not changed. Pass another name, or delete"
                + " it.\n"),
        again);
    assertEquals(written, Files.readString(file));
  }

  @ParameterizedTest
  @CsvSource({
    "tls-orgination, Did you mean `tls-origination`?",
    "database, Did you mean `tcp-database`?",
    "nothing-like-it, Run `egress init --list` to list the topics"
  })
  void unknownTopicIsWrongUsage(String topic, String said) {
    Run run = Run.in(directory, "init", topic);
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().startsWith("Unknown topic: '" + topic + "'. " + said + "\n"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"init", "import", "fmt", "list"})
  void newVerbHasHelpAndCompletion(String verb) {
    Run run = Run.in(directory, verb, "--help");
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().contains("\n  egress " + verb), run.out());
    assertTrue(Run.in(directory, "--help").out().contains("\n  " + verb + " "));
    assertTrue(Run.in(directory, "completion", "bash").out().contains(" " + verb + " "));
    assertTrue(Run.in(directory, "completion", "fish").out().contains("-f -a " + verb + " "));
    assertFalse(Run.in(directory, verb, "--unknown").err().isEmpty());
  }
}
