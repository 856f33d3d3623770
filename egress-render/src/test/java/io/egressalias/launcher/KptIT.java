package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kpt runs the function: layout and comments of others stay, and results have their places. */
final class KptIT {
  private static final Path CASES = Path.of("src/test/resources/kpt");

  @TempDir private Path scratch = Path.of("");

  private Program.Outcome eval(Path each, String... more) throws IOException, InterruptedException {
    Path copy = Directories.copy(each, scratch.resolve("case"), text -> text);
    return Program.onPath("kpt")
        .with("fn", "eval", copy.resolve("package").toString())
        .with("--exec", Program.launcherPath().toString())
        .with("--fn-config", copy.resolve("egress.yaml").toString())
        .with("--output", "unwrap")
        .with(more)
        .run(scratch);
  }

  @Test
  void evalKeepsWhatIsOfOthers() throws IOException, InterruptedException {
    Program.Outcome outcome = eval(CASES.resolve("eval"));
    assertEquals(0, outcome.status(), outcome.err());
    Expectation.assertSame(CASES.resolve("eval/expected.yaml"), outcome.out());
  }

  @Test
  void errorsAreResults() throws IOException, InterruptedException {
    Path results = scratch.resolve("results");
    Program.Outcome outcome = eval(CASES.resolve("error"), "--results-dir", results.toString());
    assertNotEquals(0, outcome.status());
    String text = Files.readString(results.resolve("results.yaml"));
    Expectation.assertSame(
        CASES.resolve("error/expected-results.yaml"),
        text.replace(Program.launcherPath().toString(), "egress"));
    assertTrue(outcome.err().contains("[error] egressalias.io/v1alpha1/EgressAliases/external"));
  }

  @Test
  void renderWritesThePackageAndASecondTimeNothing() throws IOException, InterruptedException {
    Path copy =
        Directories.copy(CASES.resolve("render/package"), scratch.resolve("package"), t -> t);
    Program render =
        Program.onPath("kpt")
            .with("fn", "render", "--allow-exec")
            .set("PATH", Program.launcherPath().resolveSibling("") + ":" + System.getenv("PATH"))
            .in(copy);
    Program.Outcome first = render.run(scratch);
    assertEquals(0, first.status(), first.err());
    Map<String, String> once = Directories.read(copy);
    assertEquals(Directories.read(CASES.resolve("render/expected")), once);
    Program.Outcome second = render.run(scratch);
    assertEquals(0, second.status(), second.err());
    assertEquals(once, Directories.read(copy));
  }
}
