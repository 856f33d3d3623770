package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * kpt runs the function: layout and comments of other resources are kept, and results have places.
 */
final class KptIT {
  private static final Path CASES = Path.of("src/test/resources/kpt");
  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();

  @TempDir private Path scratch = Path.of("");

  private Program.Outcome eval(Path each, String... more) throws IOException, InterruptedException {
    Path copy = Directories.copy(each, scratch.resolve("case"), text -> text);
    return eval(copy.resolve("package"), copy.resolve("egress.yaml"))
        .with("--output", "unwrap")
        .with(more)
        .run(scratch);
  }

  private static Program eval(Path files, Path declaration) {
    return Program.onPath("kpt")
        .with("fn", "eval", files.toString())
        .with("--exec", Program.launcherPath().toString())
        .with("--fn-config", declaration.toString());
  }

  @Test
  void evalKeepsObjectsOfOthers() throws IOException, InterruptedException {
    Program.Outcome outcome = eval(CASES.resolve("eval"));
    assertEquals(0, outcome.status(), outcome.err());
    Expectation.assertSame(CASES.resolve("eval/expected.yaml"), outcome.out());
  }

  /**
   * Renders a package for one step of an alias's life and then for another: the package has the
   * same files and objects as if rendered for the second step only. The order of keys may differ,
   * because kpt keeps that of existing files.
   */
  @Test
  void everyTransitionGivesTheResultOfOneRun() throws IOException, InterruptedException {
    List<String> steps = List.of("1-clear-text", "2-tls", "3-addresses", "4-moved-in");
    for (String step : steps) {
      Path once = scratch.resolve(step);
      Directories.copy(EXAMPLES.resolve("kpt/package"), once, text -> text);
      write(once, step);
    }
    for (String before : steps) {
      for (String after : steps) {
        Path twice = scratch.resolve(before + "-and-" + after);
        Directories.copy(scratch.resolve(before), twice, text -> text);
        write(twice, after);
        assertEquals(objects(scratch.resolve(after)), objects(twice), before + " and " + after);
      }
    }
  }

  private void write(Path files, String step) throws IOException, InterruptedException {
    Path declaration = EXAMPLES.resolve("lifecycle").resolve(step + ".yaml");
    Program.Outcome outcome = eval(files, declaration).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
  }

  /** Returns the objects of each file. */
  private static Map<String, Object> objects(Path files) throws IOException {
    Map<String, Object> objects = new TreeMap<>();
    for (Map.Entry<String, String> file : Directories.read(files).entrySet()) {
      List<Object> documents = new ArrayList<>();
      Load load = new Load(LoadSettings.builder().build());
      load.loadAllFromString(file.getValue()).forEach(documents::add);
      objects.put(file.getKey(), documents);
    }
    return objects;
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
  void secondRenderChangesNothing() throws IOException, InterruptedException {
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
