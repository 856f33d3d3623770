package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the options that fill in variables. The environment is a case of the installed command. */
final class VariableOptionsTest {
  private static final String ENV_FILE = "--env-file";
  private static final String FILE = "egress.yaml";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    String declaration = Texts.declaration("a");
    Files.writeString(directory.resolve("written.yaml"), declaration);
    Files.writeString(
        directory.resolve(FILE),
        declaration.replace("a.example.com", "\"${HOST}\"").replace("80", "\"${PORT}\""));
    Files.writeString(directory.resolve("a.env"), "HOST=b.example.com\nPORT=80\n");
    Files.writeString(directory.resolve("b.env"), "HOST=a.example.com\n");
  }

  @Test
  void laterFileTakesPrecedence() {
    assertEquals(
        run("render", "written.yaml"), run("render", FILE, ENV_FILE, "a.env", ENV_FILE, "b.env"));
  }

  @Test
  void everyVerbFillsInVariables() {
    String[] files = {ENV_FILE, "a.env", ENV_FILE, "b.env"};
    assertEquals(run("lint", "written.yaml").out().lines().count(), count("lint", FILE, files));
    assertEquals(
        run("plan", "--from", "written.yaml", "--to", "written.yaml").out(),
        run("plan", "--from", "written.yaml", "--to", FILE, ENV_FILE, "a.env", ENV_FILE, "b.env")
            .out());
    run("render", "written.yaml", "-o", "manifests.yaml");
    Run check = run("check", FILE, "--against", "manifests.yaml", ENV_FILE, "a.env");
    assertEquals(ExitStatus.FINDINGS, check.status());
    assertTrue(
        check
            .err()
            .endsWith(
                "To bring it up to date: egress render --env-file a.env egress.yaml -o"
                    + " manifests.yaml\n"),
        check.err());
  }

  private long count(String verb, String file, String... options) {
    String[] words = new String[options.length + 2];
    words[0] = verb;
    words[1] = file;
    System.arraycopy(options, 0, words, 2, options.length);
    return run(words).out().lines().count();
  }

  @Test
  void variableWithoutAValueIsAFinding() {
    Run run = run("render", FILE, ENV_FILE, "b.env");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("error EGA0004: the variable `PORT` has no value\n"), run.err());
  }

  @Test
  void wrongLineIsWrongUsage() throws IOException {
    Files.writeString(directory.resolve("c.env"), "HOST: c\n");
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            "egress: c.env:1:1: expected `NAME=value`, found no `=`. Write a line such as"
                + " `HOST=httpbin.org`, or start a comment with `#`.\n"),
        run("lint", FILE, ENV_FILE, "c.env"));
  }

  @Test
  void unfilledVariableNamesTheOptions() {
    Run run = run("render", FILE);
    assertTrue(run.err().contains("error EGA0501: the variable `${HOST}` is not filled in\n"));
    assertTrue(
        run.err()
            .contains(
                "  Fill in the variables, as in `egress render --env-file FILE egress.yaml`, or"
                    + " with `--substitute` from the environment.\n"),
        run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"render", "lint", "check", "plan"})
  void helpShowsTheVariable(String verb) {
    assertTrue(run(verb, "--help").out().contains("replace ${NAME} in values"));
  }

  private Run run(String... arguments) {
    return Run.in(directory, arguments);
  }
}
