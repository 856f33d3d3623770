package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.files.OutputDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code egress check} as a user would. */
final class CheckCommandTest {
  private static final Run CURRENT = new Run(ExitStatus.DONE, "", "");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void write() throws IOException {
    write("egress.yaml", Texts.declaration("a", "b"));
  }

  @Nested
  final class AgainstAFile {
    @BeforeEach
    void render() {
      run("render", "egress.yaml", "-o", "out.yaml");
    }

    @Test
    void printsNothingIfUpToDate() throws IOException {
      String before = read("out.yaml");
      assertEquals(CURRENT, check("egress.yaml", "--against", "out.yaml"));
      assertEquals(before, read("out.yaml"));
    }

    @Test
    void printsTheDiffAndTheCommandThatUpdates() throws IOException {
      write("egress.yaml", Texts.declaration("a", "b").replace("b.example", "c.example"));
      Run run = check("egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertEquals(
          """
          --- out.yaml
          +++ out.yaml
          @@ -27,7 +27,7 @@ alias b from egress.yaml:7:5
             name: b
           spec:
             type: ExternalName
          -  externalName: b.example.com
          +  externalName: c.example.com
             ports:
             - name: http
               protocol: TCP
          """,
          run.out());
      assertEquals(
          """
          out.yaml: differs
          To bring it up to date: egress render egress.yaml -o out.yaml
          """,
          run.err());
    }

    @Test
    void printedCommandUpdatesTheManifests() throws IOException {
      write("sp ace.yaml", Texts.declaration("c"));
      Run run =
          check(
              "--namespace=shop",
              "--mark",
              "--order",
              "delete",
              "--istio",
              "1.20",
              "sp ace.yaml",
              "egress.yaml",
              "--against",
              "o'ut.yaml",
              "--semantic",
              "--color=never");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertEquals(
          "To bring it up to date: egress render --namespace shop --mark --order delete --istio 1.20"
              + " 'sp ace.yaml' egress.yaml -o 'o'\\''ut.yaml'",
          run.err().lines().reduce((a, b) -> b).orElse(""));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--order delete",
          "--mark",
          "--explain",
          "--format json",
          "--namespace shop",
          "--istio 1.27",
          "--cluster-domain corp.example",
          "--outbound-traffic-policy REGISTRY_ONLY --namespace shop"
        })
    void printedCommandHasTheSameOptions(String options) {
      List<String> words = List.of(options.split(" "));
      assertEquals(
          ExitStatus.FINDINGS, checkWith(words, "egress.yaml", "--against", "out.yaml").status());
      List<String> render = new ArrayList<>(List.of("render", "egress.yaml", "-o", "out.yaml"));
      render.addAll(words);
      run(render.toArray(String[]::new));
      assertEquals(CURRENT, checkWith(words, "egress.yaml", "--against", "out.yaml"));
    }

    @Test
    void declarationIsReadFromStandardInput() {
      assertEquals(
          CURRENT,
          Run.on(Texts.declaration("a", "b"), directory, "check", "--against", "out.yaml"));
    }

    @Test
    void missingFilesAreNamed() {
      Run run = check("egress.yaml", "--against", "none.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertEquals("", run.out());
      assertEquals(
          """
          none.yaml: missing
          To bring it up to date: egress render egress.yaml -o none.yaml
          """,
          run.err());
    }

    @Test
    void semanticComparesObjects() throws IOException {
      write("out.yaml", "# by hand\n" + read("out.yaml").replace("name: a\n", "\"name\": 'a'\n"));
      assertEquals(ExitStatus.FINDINGS, check("egress.yaml", "--against", "out.yaml").status());
      assertEquals(CURRENT, check("--semantic", "egress.yaml", "--against", "out.yaml"));
      write("out.yaml", read("out.yaml").replace("port: 80", "port: 81"));
      Run run = check("--semantic", "egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertTrue(run.err().startsWith("out.yaml: Service a differs\n"), run.err());
      assertTrue(run.out().contains("-    port: 81\n+    port: 80\n"), run.out());
    }

    @Test
    void unreadableObjectsAreNotUpToDate() throws IOException {
      write("out.yaml", "a: [\n");
      Run run = check("--semantic", "egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertTrue(run.err().startsWith("out.yaml: cannot be read as manifests: line "), run.err());
    }

    @Test
    void fileThatIsNotUtf8IsAFailure() throws IOException {
      Files.write(directory.resolve("out.yaml"), "\u00e4".getBytes(StandardCharsets.ISO_8859_1));
      assertEquals(
          new Run(
              ExitStatus.FAILURE,
              "",
              "egress: cannot read `out.yaml`: the file is not valid UTF-8. Check its content.\n"),
          check("egress.yaml", "--against", "out.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/zero", "/proc/self/environ"})
    void fileThatIsNotRegularIsAFailure(String target) throws IOException {
      Files.createSymbolicLink(directory.resolve("link.yaml"), Path.of(target));
      Run run = check("egress.yaml", "--against", "link.yaml");
      assertEquals(ExitStatus.FAILURE, run.status());
      assertEquals("", run.out());
      assertTrue(
          run.err().startsWith("egress: cannot read `link.yaml`: expected a regular file, found "),
          run.err());
    }

    @Test
    void pathThroughAFileIsAFailure() {
      Run run = check("egress.yaml", "--against", "out.yaml/x.yaml");
      assertEquals(ExitStatus.FAILURE, run.status());
      assertTrue(run.err().startsWith("egress: cannot read `out.yaml/x.yaml`: "), run.err());
    }

    @Test
    void errorsArePrintedAndNothingIsCompared() throws IOException {
      write("egress.yaml", Texts.declaration("a").replace("port: 80", "port: 70000"));
      Run run = check("egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertEquals("", run.out());
      assertTrue(run.err().startsWith("egress.yaml:6:"), run.err());
      assertFalse(run.err().contains("bring it up to date"), run.err());
    }

    @Test
    void failOnWarningFailsForWarnings() throws IOException {
      write("egress.yaml", Texts.declaration("a").replace(", tls: {mode: DISABLE}", ""));
      run("render", "egress.yaml", "-o", "out.yaml");
      Run fine = check("egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.DONE, fine.status());
      assertTrue(fine.err().contains("warning EGA"), fine.err());
      Run run = check("--fail-on", "warning", "egress.yaml", "--against", "out.yaml");
      assertEquals(ExitStatus.FINDINGS, run.status());
    }

    @Test
    void diffIsColoredOnlyIfRequested() throws IOException {
      write("out.yaml", read("out.yaml").replace("port: 80", "port: 81\u001b[2J"));
      Run plain = check("egress.yaml", "--against", "out.yaml");
      assertTrue(plain.out().contains("-    port: 81\\u001B[2J\n"), plain.out());
      assertTrue(plain.err().contains(PatchText.ESCAPED), plain.err());
      Run colored = check("--color", "always", "egress.yaml", "--against", "out.yaml");
      assertTrue(
          colored
              .out()
              .startsWith(
                  """
                  \u001b[1m--- out.yaml\u001b[m
                  \u001b[1m+++ out.yaml\u001b[m
                  \u001b[36m@@ -9,7 +9,7 @@ alias a from egress.yaml:6:5\u001b[m
                  """),
          colored.out());
      assertTrue(
          colored
              .out()
              .contains(
                  "\u001b[31m-    port: 81\\u001B[2J\u001b[m\n\u001b[32m+    port: 80\u001b[m\n"),
          colored.out());
      assertEquals(plain, check("--color", "never", "egress.yaml", "--against", "out.yaml"));
    }

    @Test
    void carriageReturnsAreEscapedInColoredDiffs() throws IOException {
      write("out.yaml", read("out.yaml").replaceFirst("port: 80\n", "port: 81\r\n"));
      Run run = check("--color", "always", "egress.yaml", "--against", "out.yaml");
      assertTrue(run.out().contains("\u001b[31m-    port: 81\\u000D\u001b[m\n"), run.out());
    }
  }

  @Nested
  final class AgainstADirectory {
    @BeforeEach
    void render() {
      run("render", "egress.yaml", "--output-dir", "out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"out", "out/", "./out"})
    void printsNothingIfUpToDate(String name) throws IOException {
      write("out/mine.yaml", "hello\n");
      assertEquals(CURRENT, check("egress.yaml", "--against", name));
    }

    @Test
    void missingLeftOverAndChangedFilesAreNamed() throws IOException {
      write("egress.yaml", Texts.declaration("a", "c").replace("a.example", "x.example"));
      Run run = check("egress.yaml", "--against", "out");
      assertEquals(ExitStatus.FINDINGS, run.status());
      assertEquals(
          """
          out/destinationrule.c.yaml: missing
          out/egress-files.txt: differs
          out/service.a.yaml: differs
          out/service.c.yaml: missing
          out/destinationrule.b.yaml: left over; no declaration renders it
          out/service.b.yaml: left over; no declaration renders it
          To bring it up to date: egress render egress.yaml --output-dir out
          """,
          run.err());
      assertTrue(run.out().contains("--- out/service.a.yaml\n"), run.out());
      assertTrue(run.out().contains("-destinationrule.b.yaml ../egress.yaml\n"), run.out());
    }

    @Test
    void printedCommandUpdatesTheManifests() throws IOException {
      write("egress.yaml", Texts.declaration("a", "c"));
      String last = check("egress.yaml", "--against", "out").err().lines().toList().get(6 - 1);
      run(last.replace("To bring it up to date: egress ", "").split(" "));
      assertEquals(CURRENT, check("egress.yaml", "--against", "out"));
    }

    @Test
    void upToDateMeansThatRenderingChangesNothing() throws IOException {
      for (String file : files("out")) {
        String before = read("out/" + file);
        write("out/" + file, before + "# by hand\n");
        assertEquals(ExitStatus.FINDINGS, check("egress.yaml", "--against", "out").status(), file);
        Files.delete(directory.resolve("out").resolve(file));
        Run run = check("egress.yaml", "--against", "out");
        assertEquals(ExitStatus.FINDINGS, run.status(), file);
        assertTrue(run.err().contains("out/" + file + ": missing\n"), run.err());
        write("out/" + file, before);
      }
      assertEquals(CURRENT, check("egress.yaml", "--against", "out"));
    }

    @Test
    void indexIsIgnoredWhenObjectsAreCompared() throws IOException {
      Files.delete(directory.resolve("out").resolve(OutputDirectory.INDEX));
      assertEquals(CURRENT, check("--semantic", "egress.yaml", "--against", "out"));
    }

    @Test
    void leftOverFilesAreReported() throws IOException {
      write("egress.yaml", Texts.declaration("a"));
      Run run = check("--semantic", "egress.yaml", "--against", "out");
      assertEquals(
          """
          out/destinationrule.b.yaml: left over; no declaration renders it
          out/service.b.yaml: left over; no declaration renders it
          To bring it up to date: egress render egress.yaml --output-dir out
          """,
          run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--semantic"})
    void leftOverFilesWithoutAnIndexAreReported(String option) throws IOException {
      List<String> options = option.isEmpty() ? List.of() : List.of(option);
      Files.delete(directory.resolve("out").resolve(OutputDirectory.INDEX));
      write("out/mine.yaml", "hello\n");
      write("egress.yaml", Texts.declaration("a"));
      Run run = checkWith(options, "egress.yaml", "--against", "out");
      assertEquals(ExitStatus.FINDINGS, run.status());
      for (String name : List.of("destinationrule.b.yaml", "service.b.yaml")) {
        assertTrue(
            run.err()
                .contains(
                    "out/%s: not rendered, and no index records its source; delete it if no declaration renders it\n"
                        .formatted(name)),
            run.err());
        Files.delete(directory.resolve("out").resolve(name));
      }
      // The suggested command would not help with these files only.
      assertEquals(option.isEmpty(), run.err().contains("To bring it up to date"), run.err());
      run("render", "egress.yaml", "--output-dir", "out");
      assertEquals(CURRENT, checkWith(options, "egress.yaml", "--against", "out"));
    }

    @Test
    void filesOfOtherDeclarationsAreIgnored() throws IOException {
      write("other.yaml", Texts.declaration("c"));
      run("render", "other.yaml", "--output-dir", "out");
      assertEquals(CURRENT, check("egress.yaml", "--against", "out"));
      assertEquals(CURRENT, check("other.yaml", "--against", "out"));
      assertEquals(CURRENT, check("other.yaml", "egress.yaml", "--against", "out"));
    }

    /** Each of these would be read without end, block, or be printed as a difference. */
    @ParameterizedTest
    @CsvSource({
      "egress-files.txt,/dev/zero",
      "service.a.yaml,/dev/zero",
      "service.a.yaml,/proc/self/environ",
      "egress-files.txt,/proc/self/environ",
      "service.a.yaml,../egress.yaml"
    })
    void linksInTheDirectoryAreNotFollowed(String name, String target) throws IOException {
      Files.delete(directory.resolve("out").resolve(name));
      Files.createSymbolicLink(directory.resolve("out").resolve(name), Path.of(target));
      String file = directory.resolve("out").resolve(name).toString();
      assertEquals(
          new Run(
              ExitStatus.FAILURE,
              "",
              "egress: cannot read `%s`: expected a regular file, found a link. Move it.\n"
                  .formatted(file)),
          check("egress.yaml", "--against", "out"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"egress-files.txt", "service.a.yaml"})
    void pipesInTheDirectoryAreNotOpened(String name) throws IOException, InterruptedException {
      Path file = directory.resolve("out").resolve(name);
      Files.delete(file);
      assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
      Run run = check("egress.yaml", "--against", "out");
      assertEquals(ExitStatus.FAILURE, run.status());
      assertTrue(run.err().contains("expected a regular file, found a pipe"), run.err());
    }

    @Test
    void absentDirectoryIsMissing() {
      assertEquals(
          """
          none/: missing
          To bring it up to date: egress render egress.yaml --output-dir none/
          """,
          check("egress.yaml", "--against", "none/").err());
    }

    @Test
    void absentNameWithoutExtensionIsADirectory() {
      String[] against = {"egress.yaml", "--against", "none"};
      assertEquals(
          """
          none: missing
          To bring it up to date: egress render egress.yaml --output-dir none
          """,
          check(against).err());
      run("render", "egress.yaml", "--output-dir", "none");
      assertEquals(CURRENT, check(against));
    }

    @Test
    void directoryExcludesJson() {
      assertEquals(
          new Run(
              ExitStatus.FAILURE,
              "",
              "egress: `--format json` writes one document. Pass a file to `--against`.\n"),
          check("--format", "json", "egress.yaml", "--against", "out"));
    }
  }

  @Test
  void emptyNameIsAFailure() {
    Run run = check("egress.yaml", "--against", "");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertTrue(run.err().startsWith("egress: `--against` is empty."), run.err());
  }

  @Test
  void againstIsRequired() {
    Run run = check("egress.yaml");
    assertEquals(ExitStatus.FAILURE, run.status());
    assertEquals(
        """
        Missing required option: '--against=FILE|DIR'
        Usage: egress check [OPTIONS] [FILE...]
        Run `egress check --help` for all options.
        """,
        run.err());
  }

  private Run run(String... args) {
    return Run.in(directory, args);
  }

  private Run check(String... args) {
    return checkWith(List.of(), args);
  }

  private Run checkWith(List<String> more, String... args) {
    Stream<String> all = Stream.concat(Stream.of("check"), Arrays.stream(args));
    return run(Stream.concat(all, more.stream()).toArray(String[]::new));
  }

  private List<String> files(String folder) throws IOException {
    try (Stream<Path> entries = Files.list(directory.resolve(folder))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }

  private String read(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
