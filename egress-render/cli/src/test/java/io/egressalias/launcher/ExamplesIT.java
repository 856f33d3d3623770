package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the first command in the README of each example. */
final class ExamplesIT {
  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();
  private static final Pattern COMMAND = Pattern.compile("```sh\\n(.*)\\n```");

  @TempDir private Path scratch = Path.of("");

  @Test
  void kubectlExampleWorks() throws IOException, InterruptedException {
    assertPrintsWhatIsCommitted("kustomize-kubectl", Program.onPath("kubectl"));
  }

  @Test
  void kustomizeExampleWorks() throws IOException, InterruptedException {
    assertPrintsWhatIsCommitted(
        "kustomize-function", Program.named("EGRESS_KUSTOMIZE", "kustomize"));
  }

  @Test
  void kustomizeExampleWithDeclarationsAsResourcesWorks() throws IOException, InterruptedException {
    assertPrintsWhatIsCommitted(
        "kustomize-resources", Program.named("EGRESS_KUSTOMIZE", "kustomize"));
  }

  @Test
  void kptExampleWorks() throws IOException, InterruptedException {
    assertPrintsWhatIsCommitted("kpt", Program.onPath("kpt"));
  }

  /** Argo CD and Flux build this directory in the same way. */
  @Test
  void gitOpsExampleWorks() throws IOException, InterruptedException {
    assertPrintsWhatIsCommitted("gitops", Program.onPath("kubectl"));
  }

  private void assertPrintsWhatIsCommitted(String name, Program program)
      throws IOException, InterruptedException {
    Path example = EXAMPLES.resolve(name);
    Matcher command = COMMAND.matcher(Files.readString(example.resolve("README.md")));
    assertTrue(command.find());
    Path tool = Path.of(program.command().get(0)).resolveSibling("").toAbsolutePath();
    Path build = Program.launcherPath().resolveSibling("");
    Program.Outcome outcome =
        Program.of("sh", "-c", command.group(1))
            .in(example)
            .set("PATH", tool + ":" + build + ":" + System.getenv("PATH"))
            .set("KUSTOMIZE_PLUGIN_HOME", scratch.resolve("plugins").toString())
            .run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    Expectation.assertSame(example.resolve("output.yaml"), outcome.out());
  }
}
