package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the example of committed manifests in a separate repository. */
final class CheckIT {
  private static final Path EXAMPLES = Path.of("../../examples").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\n(--- .*?)```");
  private static final Pattern STEP = Pattern.compile("(?m)^  run: (.*)$");

  @TempDir private Path scratch = Path.of("");

  private Path repository = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    repository = Files.createDirectory(scratch.resolve("a repository"));
    Files.writeString(repository.resolve("egress.yaml"), declaration("httpbin.org"));
    Files.copy(
        EXAMPLES.resolve("external-services/expected.yaml"), repository.resolve("manifests.yaml"));
  }

  private static String declaration(String host) throws IOException {
    return Files.readString(EXAMPLES.resolve("external-services/egress.yaml"))
        .replace("httpbin.org", host);
  }

  private Program.Outcome sh(String command) throws IOException, InterruptedException {
    Path build = Program.launcherPath().resolveSibling("");
    return Program.of("sh", "-c", command)
        .in(repository)
        .set("PATH", build + ":" + System.getenv("PATH"))
        .run(scratch);
  }

  private Program.Outcome commit() throws IOException, InterruptedException {
    return sh("git -c user.name=a -c user.email=a@example.org commit -qm change");
  }

  @Test
  void ciStepFailsIfManifestsAreStale() throws IOException, InterruptedException {
    Matcher step = STEP.matcher(Files.readString(EXAMPLES.resolve("check/step.yaml")));
    assertTrue(step.find());
    Program.Outcome current = sh(step.group(1));
    assertEquals(new Program.Outcome(0, "", ""), current);
    Files.writeString(repository.resolve("egress.yaml"), declaration("httpbin.example.org"));
    Program.Outcome stale = sh(step.group(1));
    assertEquals(1, stale.status());
    Matcher shown = BLOCK.matcher(Files.readString(EXAMPLES.resolve("check/README.md")));
    assertTrue(shown.find());
    assertEquals(shown.group(1), stale.out() + stale.err());
  }

  @Test
  void hookRefusesStaleManifests() throws IOException, InterruptedException {
    Program.onPath("git");
    assertEquals(0, sh("git init -q . && git add .").status());
    Path hook = repository.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.resolveSibling(""));
    Directories.copyFile(EXAMPLES.resolve("check/pre-commit"), hook);
    Program.Outcome first = commit();
    assertEquals(0, first.status(), first.err());

    Files.writeString(repository.resolve("egress.yaml"), declaration("httpbin.example.org"));
    sh("git add egress.yaml");
    assertNotEquals(0, commit().status());

    // The manifests are rendered but not staged, so the commit would still contain stale ones.
    assertEquals(0, sh("egress render egress.yaml -o manifests.yaml").status());
    Program.Outcome unstaged = commit();
    assertNotEquals(0, unstaged.status());
    assertTrue(unstaged.err().contains("manifests.yaml: differs\n"), unstaged.err());

    sh("git add manifests.yaml");
    Program.Outcome last = commit();
    assertEquals(0, last.status(), last.err());
  }

  @Test
  void diffIsColoredOnlyOnTerminals() throws IOException, InterruptedException {
    Files.writeString(repository.resolve("egress.yaml"), declaration("httpbin.example.org"));
    Program script = Program.onPath("script").in(repository);
    String command = "'" + Program.launcherPath() + "' check egress.yaml --against manifests.yaml";
    Program terminal = script.with("-qec", command, "/dev/null").set("TERM", "xterm");
    assertTrue(terminal.unset("NO_COLOR").run(scratch).out().contains("\u001b[36m@@ "));
    assertEquals(-1, terminal.set("NO_COLOR", "1").run(scratch).out().indexOf('\u001b'));
    assertEquals(-1, sh(command).out().indexOf('\u001b'));
  }
}
