package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs verbs with {@code --set} as a user would. */
final class OverrideOptionsTest {
  private static final String SET = "--set";
  private static final String FILE = "egress.yaml";

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    write(FILE, Texts.declarationWith("platform: {istio: \"1.20\"}", "a", "b"));
  }

  @Test
  void renderWritesTheGivenValues() throws IOException {
    write(
        "expected.yaml",
        Texts.declarationWith("platform: {istio: \"1.27\"}", "a", "b")
            .replace("b.example.com", "test.example.com"));
    Run expected = run("render", "expected.yaml");
    assertEquals(ExitStatus.DONE, expected.status());
    Run run =
        run(
            "render",
            FILE,
            SET,
            "aliases.b.externalName=other.example.com",
            "--set=spec.platform.istio=1.27",
            SET,
            "aliases.b.externalName=test.example.com");
    assertEquals(expected, run);
  }

  @Test
  void lintPrintsTheOptionThatSetsAWrongValue() {
    Run run = run("lint", FILE, SET, "aliases[1].ports.http.port=70000");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.out().contains("egress.yaml:8:71: error EGA0301: "), run.out());
    assertTrue(
        run.out().contains("`70000`, set by `--set aliases[1].ports.http.port=70000`"), run.out());
  }

  @Test
  void misspelledNamesAreWrongUsage() {
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            """
            `--set aliases.a.externlName=x` names no value: the field `externlName` is unknown. Write `externalName`
            Usage: egress render [OPTIONS] [FILE...]
            Run `egress render --help` for all options.
            """),
        run("render", FILE, SET, "aliases.a.externlName=x"));
    assertEquals(
        new Run(
            ExitStatus.FAILURE,
            "",
            "egress: `--set aliases.c.externalName=x` names no value: no item of `aliases` has the"
                + " name `c`. Write `aliases.a`.\n"),
        run("lint", FILE, SET, "aliases.c.externalName=x"));
    assertEquals(
        """
        Expected `PATH=VALUE` for `--set`, such as `platform.istio=1.27`, found `namespace`
        Usage: egress check [OPTIONS] [FILE...]
        Run `egress check --help` for all options.
        """,
        run("check", FILE, "--against", "x", SET, "namespace").err());
  }

  @Test
  void checkComparesWithTheSameValuesAndRepeatsEachInItsCommand() throws IOException {
    run("render", FILE, "-o", "out.yaml", SET, "namespace=shop");
    assertEquals(
        new Run(ExitStatus.DONE, "", ""),
        run("check", FILE, "--against", "out.yaml", SET, "namespace=shop"));
    Run stale =
        run(
            "check",
            FILE,
            "--against",
            "out.yaml",
            SET,
            "namespace=bank",
            SET,
            "aliases.a.externalName=x.example.com");
    assertEquals(ExitStatus.FINDINGS, stale.status());
    assertTrue(
        stale
            .err()
            .endsWith(
                "egress render --set namespace=bank --set aliases.a.externalName=x.example.com"
                    + " egress.yaml -o out.yaml\n"),
        stale.err());
  }

  @Test
  void planAppliesValuesToBothSides() throws IOException {
    write("new.yaml", Texts.declarationWith("platform: {istio: \"1.20\"}", "a", "b", "c"));
    Run run =
        run(
            "plan",
            "--from",
            FILE,
            "--to",
            "new.yaml",
            SET,
            "namespace=shop",
            SET,
            "aliases.c.externalName=test.example.com");
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertTrue(run.out().contains("shop"), run.out());
    assertFalse(run.out().contains("delete"), run.out());
    assertEquals(
        ExitStatus.FAILURE,
        run("plan", "--from", FILE, "--to", "new.yaml", SET, "aliases.x.externalName=y").status());
  }

  @Test
  void contradictionOfAnOptionIsRefused() {
    Run run = run("render", FILE, "--istio", "1.27", SET, "platform.istio=1.28");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(
        run.err().contains("`--istio 1.27` contradicts `1.28` in the declaration, set by `--set"),
        run.err());
    assertEquals(
        ExitStatus.DONE,
        run("render", FILE, "--istio", "1.27", SET, "platform.istio=1.27").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[a, b]",
        "a: b",
        "a=b",
        "\"",
        "'",
        "\"a\", b: \"c\"",
        "a\nspec: {}",
        "a\r\n---\nb",
        "a\tb",
        "true",
        "~",
        "1.10",
        "*a",
        "&a b",
        "!!int 1",
        "${A}",
        "{{ a }}",
        "# a",
        "|",
        "😀"
      })
  void anyTextStaysTheTextOfTheField(String text) {
    Run run = run("render", FILE, SET, "aliases.a.annotations.note=" + text);
    assertEquals(ExitStatus.DONE, run.status(), run.err());
    assertEquals(text, Texts.trees(run.out()).at("/0/metadata/annotations/note").asString());
    assertEquals(Texts.names(run("render", FILE).out()), Texts.names(run.out()));
  }

  @Test
  void hostileValuesHaveNoStructure() {
    for (String text :
        new String[] {"{}", "x: y", "\"a\", b: \"c\"", "a\n  kind: b", "[a]", "a\n---\nb"}) {
      Run run = run("render", FILE, SET, "aliases.a.externalName=" + text);
      assertEquals(ExitStatus.FINDINGS, run.status(), text);
      assertTrue(run.err().contains("set by `--set aliases.a.externalName="), run.err());
    }
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }
}
