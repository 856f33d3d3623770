package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Linters report what the README of their example says, and nothing with its settings. */
final class LintersIT {
  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();
  private static final Path EXAMPLE = EXAMPLES.resolve("linters");
  private static final List<String> FILES = List.of("egress.yaml", "expected.yaml");

  @TempDir private Path scratch = Path.of("");

  @Test
  void yamllintAcceptsAllExamples() throws IOException, InterruptedException {
    Program yamllint = yamllint().with("--config-file", EXAMPLE.resolve(".yamllint").toString());
    for (String file : FILES) {
      Program.Outcome outcome = yamllint.with(all(file)).run(scratch);
      assertEquals(new Program.Outcome(0, "", ""), outcome);
    }
  }

  @Test
  void yamllintReportsThreeRulesByDefault() throws IOException, InterruptedException {
    Program.Outcome outcome =
        yamllint()
            .with("--format", "parsable", "--config-data", "extends: default")
            .with(FILES.toArray(String[]::new))
            .in(EXAMPLE)
            .run(scratch);
    Set<String> rules = new TreeSet<>();
    outcome.out().lines().forEach(line -> rules.add(line.substring(line.lastIndexOf('('))));
    assertEquals(Set.of("(document-start)", "(indentation)", "(line-length)"), rules);
  }

  private static Program yamllint() {
    return Program.named("EGRESS_YAMLLINT", "yamllint").with("--strict");
  }

  @Test
  void prettierLeavesIgnoredFiles() throws IOException, InterruptedException {
    Program.Outcome outcome = prettier("--check").with(FILES.toArray(String[]::new)).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
  }

  /** The layout is another one, and the objects are the same. */
  @Test
  void prettierChangesLayoutOnly() throws IOException, InterruptedException {
    Program.Outcome formatted =
        prettier("--stdin-filepath", "other.yaml")
            .run(scratch, Files.readString(EXAMPLE.resolve("expected.yaml")));
    assertEquals(0, formatted.status(), formatted.err());
    Path file = Files.writeString(scratch.resolve("other.yaml"), formatted.out());
    assertEquals(1, check(file).run(scratch).status());
    Program.Outcome semantic = check(file).with("--semantic").run(scratch);
    assertEquals(new Program.Outcome(0, "", ""), semantic);
  }

  private static Program prettier(String... options) {
    return Program.named("EGRESS_PRETTIER", "prettier").with(options).in(EXAMPLE);
  }

  private static Program check(Path manifests) {
    return Program.launcher()
        .with("check", "egress.yaml", "--against", manifests.toString())
        .in(EXAMPLE);
  }

  @Test
  void kubeScoreGoesByAnnotations() throws IOException, InterruptedException {
    Program.Outcome outcome = kubeScore("--exit-one-on-warning").run(scratch);
    assertEquals(0, outcome.status(), outcome.out() + outcome.err());
  }

  @Test
  void kubeScoreWantsSelectorsByDefault() throws IOException, InterruptedException {
    Program.Outcome outcome = kubeScore("--disable-ignore-checks-annotations").run(scratch);
    assertEquals(1, outcome.status(), outcome.err());
    List<String> findings = outcome.out().lines().filter(line -> !line.startsWith("[OK]")).toList();
    String said = " v1/Service: The services selector does not match any pods";
    assertEquals(
        List.of("[CRITICAL] orders-db/shop" + said, "[CRITICAL] payments/shop" + said), findings);
  }

  private static Program kubeScore(String option) {
    return Program.named("EGRESS_KUBE_SCORE", "kube-score")
        .with("score", "--output-format", "ci", option, "expected.yaml")
        .in(EXAMPLE);
  }

  private static String[] all(String file) throws IOException {
    List<String> files = new ArrayList<>();
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      examples
          .map(example -> example.resolve(file))
          .filter(Files::exists)
          .sorted()
          .forEach(each -> files.add(each.toString()));
    }
    return files.toArray(String[]::new);
  }
}
