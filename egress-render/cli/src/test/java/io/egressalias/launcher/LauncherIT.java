package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Standard output has the same bytes and nothing else, however the function is started. */
final class LauncherIT {
  private static final Path SAMPLE = Path.of("src/main/launcher/sample.yaml");

  @TempDir private Path scratch = Path.of("");

  private String input = "";
  private String expected = "";

  @BeforeEach
  void runOnce() throws IOException, InterruptedException {
    input =
        Files.readString(SAMPLE)
            .replace(
                "    labels:\n",
                "    annotations: {text: 'S\u00e4mple \uD83D\uDE80'}\n    labels:\n");
    Program.Outcome outcome = Program.launcher().run(scratch, input);
    assertEquals(0, outcome.status(), outcome.err());
    expected = outcome.out();
    assertTrue(expected.contains("S\u00e4mple \uD83D\uDE80"), expected);
  }

  /** Standard output is the same, and standard error has only the findings of the sample. */
  private void assertSilent(Program launcher) throws IOException, InterruptedException {
    Program.Outcome outcome = assertSame(launcher);
    assertTrue(
        outcome.err().lines().allMatch(line -> line.startsWith("warning EGA")), outcome.err());
  }

  private Program.Outcome assertSame(Program launcher) throws IOException, InterruptedException {
    Program.Outcome outcome = launcher.run(scratch, input);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(expected, outcome.out());
    return outcome;
  }

  /** Copies the command as an administrator would, and keeps file times. */
  private Path install(Path to) throws IOException {
    Files.createDirectories(to);
    for (Path file : List.of(Program.launcherPath(), file("-all.jar"))) {
      Directories.copyFile(file, to.resolve(file.getFileName().toString()));
    }
    return to.resolve("egress");
  }

  private static Path file(String end) throws IOException {
    return find(Program.launcherPath().resolveSibling(""), end)
        .orElseThrow(() -> new AssertionError("the build made no " + end));
  }

  private static Optional<Path> find(Path directory, String end) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(end)).findFirst();
    }
  }

  private Program installed() throws IOException {
    return Program.of(install(scratch.resolve("bin")).toString());
  }

  /** At every start, each lambda costs as much as a dozen classes; loops cost nothing. */
  @Test
  void runWithoutErrorsLinksNoLambda() throws IOException, InterruptedException {
    assertEquals(List.of(), loaded(".*io\\.egressalias\\..*\\$\\$Lambda.*"));
  }

  /** The text of a rule is in a file, which a run without findings must not open. */
  @Test
  void runWithoutErrorsReadsNoTextOfARule() throws IOException, InterruptedException {
    assertEquals(1, loaded(".* io\\.egressalias\\.diagnostic\\.Rule .*").size());
    assertEquals(List.of(), loaded(".* io\\.egressalias\\.diagnostic\\.Rule(Text|Resource).*"));
  }

  private List<String> loaded(String pattern) throws IOException, InterruptedException {
    Path log = scratch.resolve("classes.log");
    assertSame(Program.launcher().set("_JAVA_OPTIONS", "-Xlog:class+load:file=" + log));
    return Files.readAllLines(log).stream().filter(line -> line.matches(pattern)).toList();
  }

  @Test
  void runLeavesNoTemporaryFiles() throws IOException, InterruptedException {
    Path temporary = Files.createDirectories(scratch.resolve("temporary"));
    Program launcher = Program.launcher().set("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    String declaration = Files.readString(Path.of("../../examples/external-services/egress.yaml"));
    StringBuilder documents = new StringBuilder();
    for (int i = 0; documents.length() < 1_500_000; i++) {
      documents.append("---\n").append(declaration.replace("my-", "my-" + i + "-"));
    }
    String many = documents.toString();
    assertEquals(0, launcher.with("render", "-").run(scratch, many).status());
    assertEquals(1, launcher.with("render", "-").run(scratch, "a: b").status());
    assertEquals(2, launcher.with("render", "-", "none.yaml").run(scratch, many).status());
    assertEquals(List.of(), Directories.in(temporary));
  }

  @ParameterizedTest
  @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"})
  void runsWithJavaOptionsOfTheUser(String variable) throws IOException, InterruptedException {
    Program.Outcome outcome =
        assertSame(
            Program.launcher()
                .set(
                    variable,
                    "-Xlog:all=info:stdout -verbose:gc -Xshare:auto -Dfile.encoding=UTF-16"));
    assertTrue(outcome.err().contains("Picked up " + variable), outcome.err());
  }

  @Test
  void runsWithVerboseJavaOptions() throws IOException, InterruptedException {
    assertSame(Program.launcher().set("JAVA_TOOL_OPTIONS", "-XX:+PrintFlagsFinal"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "tr_TR.UTF-8", "no_SUCH"})
  void runsInAnotherLocale(String locale) throws IOException, InterruptedException {
    assertSilent(Program.launcher().set("LC_ALL", locale));
  }

  @Test
  void runsWithoutAHomeDirectory() throws IOException, InterruptedException {
    assertSilent(Program.launcher().unset("HOME"));
  }

  @Test
  void runsFromAReadOnlyDirectory() throws IOException, InterruptedException {
    Program launcher = installed();
    Path bin = scratch.resolve("bin");
    assertTrue(bin.toFile().setWritable(false));
    try {
      assertSilent(launcher);
    } finally {
      assertTrue(bin.toFile().setWritable(true));
    }
    try (Stream<Path> files = Files.list(bin)) {
      assertEquals(2, files.count(), "it wrote beside itself");
    }
  }

  @Test
  void runsThroughALinkedDirectory() throws IOException, InterruptedException {
    Path link = scratch.resolve("link with a blank");
    Files.createSymbolicLink(link, Program.launcherPath().resolveSibling(""));
    assertSilent(Program.of(link.resolve("egress").toString()));
  }

  /** The command must not replace the content of a file to which standard output is redirected. */
  @Test
  void appendsToAnOpenFile() throws IOException, InterruptedException {
    String script =
        """
        { echo first; $1 render -o /dev/stdout $2; echo last; } >all; sed -n '1p;$p' all; wc -l <all
        echo old >more; $1 render -o /dev/fd/3 $2 3>>more; echo $?; cat more
        $1 render -o /dev/fd/3 $2 3>&1 | wc -l
        """;
    Path declaration = Path.of("../../examples/external-services/egress.yaml").toAbsolutePath();
    Program.Outcome outcome =
        Program.of(
                "sh", "-c", script, "sh", Program.launcherPath().toString(), declaration.toString())
            .in(scratch)
            .run(scratch);
    long lines = Files.readAllLines(declaration.resolveSibling("expected.yaml")).size();
    assertEquals(
        "first\nlast\n%s\n2\nold\n%s\n".formatted(lines + 2, lines), outcome.out(), outcome.err());
    assertEquals(
        "egress: cannot write `/dev/fd/3`: it is an open file descriptor. Write to standard"
            + " output, and redirect the output.\n",
        outcome.err());
  }

  @Test
  void printsHelpOnATerminal() throws IOException, InterruptedException {
    Program.Outcome outcome =
        Program.onPath("script")
            .with("-qec", "'" + Program.launcherPath() + "'", "/dev/null")
            .run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    String text = outcome.out().replaceAll("\u001b\\[[0-9;]*m", "");
    assertTrue(text.startsWith("Usage: egress"), text);
  }

  @Test
  void emptyResourceListIsRefused() throws IOException, InterruptedException {
    Program.Outcome outcome = Program.launcher().run(scratch, "");
    assertEquals(1, outcome.status());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("error EGA1001"), outcome.err());
  }
}
