package io.egressalias.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that cannot start exits with 2 and a message; 1 means findings. */
final class StartIT {
  private static final Path DECLARATION =
      Path.of("../../examples/external-services/egress.yaml").toAbsolutePath();

  @TempDir private Path scratch = Path.of("");

  private Program install(Path directory) throws IOException {
    Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(Program.launcherPath().resolveSibling(""))) {
      for (Path file : files.filter(StartIT::isInstalled).toList()) {
        Directories.copyFile(file, directory.resolve(file.getFileName().toString()));
      }
    }
    return Program.of(directory.resolve("egress").toString());
  }

  private static boolean isInstalled(Path file) {
    String name = file.getFileName().toString();
    return name.equals("egress") || name.endsWith("-all.jar");
  }

  private void assertRefused(Program program, String said) throws Exception {
    Program.Outcome outcome = program.with("render", DECLARATION.toString()).run(scratch);
    assertEquals(2, outcome.status(), outcome.err());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith("egress: ") && outcome.err().contains(said), outcome.err());
    assertTrue(outcome.err().endsWith(".\n"), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  private void assertRenders(Program program) throws Exception {
    Program.Outcome outcome = program.with("render", DECLARATION.toString()).run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    assertEquals(Files.readString(DECLARATION.resolveSibling("expected.yaml")), outcome.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\nb", "a\n", "a'\"$b", "a%41!b", "-x", "a;b"})
  void startsInADirectoryOfAnyName(String name) throws Exception {
    Program program = install(scratch.resolve(name));
    assertRenders(program);
    Path link = scratch.resolve("link");
    Files.createSymbolicLink(link, scratch.resolve(name).resolve("egress"));
    assertRenders(Program.of(link.toString()));
  }

  @Test
  void refusesAColonInThePath() throws Exception {
    assertRefused(install(scratch.resolve("co:lon")), "contains a colon");
  }

  @Test
  void refusesToStartWithoutItsJar() throws Exception {
    Path directory = scratch.resolve("bin");
    Program program = install(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
        Files.delete(jar);
      }
    }
    assertRefused(program, "-all.jar` in the directory of `egress`");
  }

  @Test
  void refusesToStartWithoutJava() throws Exception {
    Path tools = Files.createDirectories(scratch.resolve("tools"));
    for (String tool : List.of("dirname", "readlink", "locale", "ls")) {
      String program = Program.onPath(tool).command().get(0);
      Path script = tools.resolve(tool);
      Files.writeString(script, "#!/bin/sh\nexec " + program + " \"$@\"\n");
      assertTrue(script.toFile().setExecutable(true));
    }
    assertRefused(
        Program.of("/bin/sh", Program.launcherPath().toString())
            .set("PATH", tools.toString())
            .unset("JAVA_HOME"),
        "no `java`");
  }

  private Program withJava(String script) throws IOException {
    Path bin = Files.createDirectories(scratch.resolve("java/bin"));
    Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\n" + script + "\n");
    assertTrue(java.toFile().setExecutable(true));
    return Program.launcher().set("JAVA_HOME", scratch.resolve("java").toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.2", "16", "9-ea"})
  void refusesAnOldJava(String release) throws Exception {
    Program asked = withJava("echo 'openjdk version \"" + release + "\" 2018-10-16' >&2");
    assertRefused(asked, "is older than Java 17");
    Files.writeString(
        scratch.resolve("java/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + release + "\"\n");
    assertRefused(withJava("exit 3"), "is older than Java 17");
  }

  @Test
  void refusesJavaThatDoesNotStart() throws Exception {
    assertRefused(withJava("exit 1"), "-version` fails");
    assertRefused(withJava("echo nothing"), "is older than Java 17");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "25-ea", "100.1"})
  void startsWithNewJavaReleases(String release) throws Exception {
    Program java =
        withJava("[ \"$1\" != -version ] || { echo 'java version \"" + release + "\"'; exit 0; }");
    assertEquals(0, java.with("render").run(scratch).status());
  }

  private Program.Outcome shell(String script) throws Exception {
    return Program.of(
            "sh", "-c", script, "sh", Program.launcherPath().toString(), DECLARATION.toString())
        .run(scratch);
  }

  /** Without a standard input, Java would read a file that it opened itself. */
  @Test
  void closedStandardInputIsEmpty() throws Exception {
    Program.Outcome render = shell("\"$1\" render - <&-");
    assertEquals(1, render.status(), render.err());
    assertTrue(render.err().contains("EGA0109"), render.err());
    Program.Outcome function = shell("\"$1\" <&-");
    assertEquals(1, function.status(), function.err());
    assertTrue(function.err().contains("EGA1001"), function.err());
  }

  @Test
  void closedStandardOutputIsAFailure() throws Exception {
    Program.Outcome closed = shell("\"$1\" render \"$2\" >&-");
    assertEquals(2, closed.status());
    assertTrue(
        closed.err().contains("cannot write to standard output: it is closed"), closed.err());
    assertEquals(0, shell("\"$1\" render \"$2\" 2>&-").status());
  }

  /** In the locale C, Java supports only ASCII, also in file names. */
  @ParameterizedTest
  @ValueSource(strings = {"C", "POSIX", "C.UTF-8", "xx_YY.UTF-8", ""})
  void fileNamesAreReadInAnyLocale(String locale) throws Exception {
    String script =
        "mkdir utf8 && cp \"$2\" utf8/$(printf '\\303\\251').yaml && cd utf8 &&"
            + " \"$1\" render . && \"$1\" render *.yaml && \"$1\" lint .";
    Program.Outcome outcome =
        Program.of(
                "sh", "-c", script, "sh", Program.launcherPath().toString(), DECLARATION.toString())
            .in(scratch)
            .set("LC_ALL", locale)
            .unset("LANG")
            .run(scratch);
    assertEquals(0, outcome.status(), outcome.err());
    assertTrue(outcome.out().contains("./\u00e9.yaml:"), outcome.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "'*.yaml'", "b*"})
  void fileNameThatIsNotTextIsRefused(String names) throws Exception {
    String script =
        "mkdir odd && cp \"$2\" odd/\"$(printf 'b\\377').yaml\" && cd odd && \"$1\" render "
            + names;
    Program.Outcome outcome =
        Program.of(
                "sh", "-c", script, "sh", Program.launcherPath().toString(), DECLARATION.toString())
            .in(scratch)
            .run(scratch);
    assertEquals(2, outcome.status(), outcome.err());
    assertFalse(outcome.err().contains("internal error"), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  /** Only the launcher sets the locale. */
  @Test
  void jarWithoutTheLauncherReportsTheLocaleToSet() throws Exception {
    String script =
        "mkdir utf8 && cp \"$2\" utf8/$(printf '\\303\\251').yaml &&"
            + " java -jar \"$(dirname \"$1\")\"/*-all.jar render utf8";
    Program.Outcome outcome =
        Program.of(
                "sh", "-c", script, "sh", Program.launcherPath().toString(), DECLARATION.toString())
            .in(scratch)
            .set("LC_ALL", "C")
            .run(scratch);
    assertFalse(outcome.err().contains("internal error"), outcome.err());
    assertTrue(
        outcome.status() == 0 || outcome.err().contains("Set `LC_ALL=C.UTF-8`"), outcome.err());
  }
}
