package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.files.OutputDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the verbs with a declaration without aliases, before the first alias or after the last. */
final class NoAliasesTest {
  private static final String NONE =
      Texts.declaration().replace("  aliases:\n", "  namespace: shop\n  aliases: []\n");

  private static final String SOME =
      Texts.declarationWith("namespace: shop", "a", "b")
          .replace("DISABLE", "SIMPLE")
          .replace("port: 80", "port: 80, targetPort: 443");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    Files.writeString(directory.resolve("none.yaml"), NONE);
    Files.writeString(directory.resolve("some.yaml"), SOME);
  }

  @Test
  void lintPrintsAnInfo() {
    Run run = run("lint", "none.yaml");
    assertEquals(ExitStatus.DONE, run.status());
    assertTrue(run.out().startsWith("none.yaml:6:12: info EGA0814: "), run.out());
    assertTrue(run.out().contains("0 errors, 0 warnings, 1 info\n"), run.out());
  }

  @Test
  void aListThatIsMissingIsAnError() throws IOException {
    Files.writeString(directory.resolve("none.yaml"), NONE.replace("  aliases: []\n", ""));
    Run run = run("lint", "none.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertTrue(run.out().contains("error EGA0105: "), run.out());
    assertTrue(run.out().contains("1 error, 0 warnings, 0 infos\n"), run.out());
  }

  @Test
  void nothingIsRendered() {
    Run nothing = new Run(ExitStatus.DONE, "", "");
    assertEquals(nothing, run("render", "none.yaml"));
    assertEquals(nothing, run("render", "--explain", "--order", "delete", "none.yaml"));
    Run json = run("render", "--format", "json", "none.yaml");
    assertEquals(
        "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"List\",\n  \"items\": [ ]\n}\n", json.out());
  }

  @Test
  void besideAnotherDeclarationItAddsNothing() {
    assertEquals(run("render", "some.yaml"), run("render", "none.yaml", "some.yaml"));
  }

  @Test
  void theFileIsEmptyAndChecked() throws IOException {
    assertEquals(new Run(ExitStatus.FINDINGS, "", missing()), check("none.yaml", "manifests.yaml"));
    assertEquals(ExitStatus.DONE, run("render", "none.yaml", "-o", "manifests.yaml").status());
    assertEquals("", Files.readString(directory.resolve("manifests.yaml")));
    assertEquals(new Run(ExitStatus.DONE, "", ""), check("none.yaml", "manifests.yaml"));
    assertEquals(ExitStatus.DONE, run("render", "some.yaml", "-o", "manifests.yaml").status());
    assertEquals(ExitStatus.FINDINGS, check("none.yaml", "manifests.yaml").status());
    Run objects = run("check", "--semantic", "none.yaml", "--against", "manifests.yaml");
    assertTrue(objects.err().contains("Service shop/a is left over"), objects.err());
  }

  private static String missing() {
    return """
        manifests.yaml: missing
        To bring it up to date: egress render none.yaml -o manifests.yaml
        """;
  }

  @Test
  void theDirectoryIsEmptiedAndFilledAgain() throws IOException {
    split(SOME);
    List<String> files = files();
    assertEquals(9, files.size(), files::toString);
    Files.writeString(directory.resolve("egress.yaml"), NONE);
    assertEquals(ExitStatus.FINDINGS, check("egress.yaml", "out").status());
    String deleted = split(NONE).err();
    assertEquals(8, deleted.lines().filter(line -> line.contains("deleted")).count(), deleted);
    assertEquals(List.of(OutputDirectory.INDEX), files());
    assertEquals(
        1,
        Files.readString(directory.resolve("out").resolve(OutputDirectory.INDEX)).lines().count());
    assertEquals(new Run(ExitStatus.DONE, "", ""), check("egress.yaml", "out"));
    assertEquals(new Run(ExitStatus.DONE, "", ""), split(NONE));
    assertEquals(new Run(ExitStatus.DONE, "", ""), split(SOME));
    assertEquals(files, files());
  }

  @Test
  void aNewDirectoryHasAnIndexWithoutLines() throws IOException {
    assertEquals(new Run(ExitStatus.DONE, "", ""), split(NONE));
    assertEquals(List.of(OutputDirectory.INDEX), files());
    assertEquals(new Run(ExitStatus.DONE, "", ""), check("egress.yaml", "out"));
  }

  /** The objects of an alias are deleted in the reverse of the order in which they are created. */
  @Test
  void planCreatesEverythingAndDeletesEverything() {
    Run first = run("plan", "--from", "none.yaml", "--to", "some.yaml");
    List<String> created = objects(first, "create");
    assertEquals("Service shop/a", created.get(0));
    assertTrue(first.out().endsWith("8 steps, 0 objects unchanged\n"), first.out());
    Run last = run("plan", "--from", "some.yaml", "--to", "none.yaml");
    List<String> deleted = objects(last, "delete");
    assertEquals(created.stream().sorted().toList(), deleted.stream().sorted().toList());
    assertTrue(deleted.indexOf("ServiceEntry shop/a") < deleted.indexOf("DestinationRule shop/a"));
    assertTrue(last.out().endsWith("8 steps, 0 objects unchanged\n"), last.out());
    assertEquals(
        "0 steps, 0 objects unchanged\n",
        run("plan", "--from", "none.yaml", "--to", "none.yaml").out());
    assertEquals(
        "#!/bin/sh\nset -eu\n",
        run("plan", "--format", "script", "--from", "none.yaml", "--to", "none.yaml").out());
  }

  private static List<String> objects(Run plan, String verb) {
    return plan.out()
        .lines()
        .filter(line -> line.startsWith(verb))
        .map(line -> line.substring(verb.length(), line.indexOf("  (")).strip())
        .toList();
  }

  private Run split(String declaration) throws IOException {
    Files.writeString(directory.resolve("egress.yaml"), declaration);
    return run("render", "egress.yaml", "--output-dir", "out");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("out"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Run check(String declaration, String against) {
    return run("check", declaration, "--against", against);
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }
}
