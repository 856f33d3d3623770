package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.files.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No text or file name of a user is a command to the log of a CI runner or to a terminal, whichever
 * verb prints it.
 */
final class PrintedTextTest {
  private static final String BAD =
      """
      apiVersion: egressalias.io/v1alpha1
      kind: EgressAliases
      metadata: {name: x}
      spec:
        %s: 1
      """;

  @TempDir private Path directory = Path.of("");

  /** Also checks the text after a carriage return, where a log starts a line. */
  private static void assertSafe(Run run) {
    String text = run.out() + "\n" + run.err();
    for (String line : text.split("[\r\n]", -1)) {
      assertFalse(line.strip().startsWith("::"), text);
      assertFalse(line.contains("##["), text);
      assertFalse(line.chars().anyMatch(c -> c != '\t' && Character.isISOControl(c)), text);
      assertFalse(
          line.chars().anyMatch(c -> "\u202E\u2066\u200F\u061C\u2028".indexOf(c) >= 0), text);
    }
    assertFalse(run.err().contains("should not have happened"), text);
    assertFalse(text.contains("\r"), text);
  }

  private Run run(String... args) {
    Run run = Run.in(directory, args);
    assertSafe(run);
    return run;
  }

  @Test
  void excerptIsNotACommandOfACiRunner() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), BAD.formatted("::stop-commands::pwned"));
    Run run = run("render", "a.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    String caret = " ".repeat(6) + "^";
    assertTrue(run.err().contains("\n      \\u003A:stop-commands::pwned: 1\n" + caret), run.err());
    run("lint", "a.yaml");
  }

  @Test
  void caretIsBelowItsColumn() throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        BAD.formatted("platform: {\"\u202E##[error]\": 1, isto: 1}\n  a"));
    String err = run("lint", "a.yaml").out();
    List<String> lines = err.lines().toList();
    int at =
        lines.indexOf(
            lines.stream().filter(line -> line.contains("key `isto`")).findFirst().orElseThrow());
    assertEquals(lines.get(at + 1).indexOf("isto"), lines.get(at + 2).indexOf('^'), err);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::error::x",
        " ::error::x",
        "a\n::set-output name=x::y",
        "a\r::set-output name=x::y",
        "a##[add-path]x",
        "a\u001B[2Jb\u0007",
        "a\u009B2Jb\u007F",
        "a\u202Egnp\u2066b\u200Fc\u061Cd",
        "a\u2028::b\tc",
        "a'b\n'c"
      })
  void fileNameIsEscapedInFindings(String hostile) throws IOException {
    Names.require(hostile);
    String name = hostile + ".yaml";
    Files.writeString(directory.resolve(name), BAD.formatted("\"" + "##[error]" + "\""));
    assertEquals(ExitStatus.FINDINGS, run("render", name).status());
    assertEquals(ExitStatus.FINDINGS, run("render", ".").status());
    assertEquals(ExitStatus.FINDINGS, run("render", "*.yaml").status());
    assertEquals(ExitStatus.FINDINGS, run("lint", name).status());
    assertEquals(ExitStatus.FAILURE, run("render", hostile).status());
    run("render", hostile + "*", "none*");
    run("plan", "--from", name, "--to", name);
    run("explain", hostile);
    run(hostile);
    run("render", "--" + hostile);
    run("render", "--order", hostile, name);
    run("install", "--kustomize-plugin", "--dir", hostile, "--dry-run");
    Run github = Run.in(directory, "lint", "--format", "github", name);
    for (String line : github.out().split("[\r\n]", -1)) {
      assertTrue(line.isEmpty() || line.startsWith("::error file="), github.out());
      assertFalse(line.contains("##[") || line.contains("\u001B"), github.out());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"::x", "a\n::b", "a\r::b", "a##[b]", "a\u001B[2J", "a\u202Eb", "a\tb", "a'b"})
  void nameIsEscapedInChecksAndComments(String hostile) throws IOException {
    Names.require(hostile);
    String name = hostile + ".yaml";
    Files.writeString(directory.resolve(name), Texts.declaration("a"));
    assertEquals(ExitStatus.DONE, run("render", name, "-o", "out").status());
    String explained = run("render", "--explain", name).out();
    assertEquals(1, explained.lines().filter(line -> line.startsWith("# Service")).count());
    Files.writeString(
        directory.resolve("out"), Files.readString(directory.resolve("out")).replace("80", "81"));
    Run check = run("check", name, "--against", "out");
    assertEquals(ExitStatus.FINDINGS, check.status());
    Files.writeString(directory.resolve(hostile), "a: b\n");
    Run against = run("check", name, "--against", hostile);
    assertEquals(ExitStatus.FINDINGS, against.status());
    assertEquals(
        !hostile.equals("::x") && !hostile.equals("a'b"),
        against.err().contains("To apply the difference, rename the file"),
        against.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yaml", "json"})
  void manifestContainsNoCommandOfACiRunner(String format) throws IOException {
    Files.writeString(
        directory.resolve("a.yaml"),
        Texts.declaration("a")
            .replace(
                "{name: a,", "{name: a, annotations: {b: \"::x ##[error]\\u202E\\u061C\\x7F\"},"));
    Run run = run("render", "--format", format, "a.yaml");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("::x ##\\" + (format.equals("yaml") ? "x" : "u00") + "5Berror]"));
  }

  /** Committed text can be anything; the diff is in the format of `patch` if it is harmless. */
  @ParameterizedTest
  @ValueSource(
      strings = {"  ::stop-commands::x", "# ##[add-path]x", "# \u001B[2J", "# a\r::b", "# \u202E"})
  void committedLineIsNotACommandOfACiRunner(String line) throws IOException {
    Files.writeString(directory.resolve("a.yaml"), Texts.declaration("a"));
    run("render", "a.yaml", "-o", "out");
    Files.writeString(
        directory.resolve("out"), Files.readString(directory.resolve("out")) + "\n" + line + "\n");
    Run check = run("check", "a.yaml", "--against", "out");
    // Added and deleted lines start with a sign.
    assertEquals(!line.contains("stop"), check.err().contains(PatchText.ESCAPED), check.err());
    run("check", "--semantic", "a.yaml", "--against", "out");
  }

  @Test
  void nameThatPatchRefusesIsReported() throws IOException {
    Files.writeString(directory.resolve("a.yaml"), Texts.declaration("a"));
    Files.writeString(directory.resolve("out"), "a: b\n");
    Path below = Files.createDirectory(directory.resolve("below"));
    Files.writeString(below.resolve("a.yaml"), Texts.declaration("a"));
    String refused = "`patch -p0` refuses a name";
    assertTrue(Run.in(below, "check", "a.yaml", "--against", "../out").err().contains(refused));
    String absolute = directory.resolve("out").toString();
    assertTrue(run("check", "a.yaml", "--against", absolute).err().contains(refused));
    assertFalse(run("check", "a.yaml", "--against", "out").err().contains("patch"));
    assertFalse(run("check", "a.yaml", "--against", "./out").err().contains("patch"));
  }
}
