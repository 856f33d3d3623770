package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.files.Failure;
import io.egressalias.internal.files.Origins;
import io.egressalias.internal.files.OutputDirectory;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.render.Manifest;
import io.egressalias.render.ManifestRenderer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs {@code egress render} as a user would, and checks all of its output. */
final class RenderCommandTest {
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  private static final String BROKEN =
      Texts.declaration("broken").replace("externalName", "hostname");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void declare() throws IOException {
    write("a.yaml", Texts.declaration("a"));
    write("broken.yaml", BROKEN);
  }

  @Nested
  final class Input {
    @Test
    void standardInputIsReadWithoutArguments() {
      Run run = Run.on(Texts.declaration("a"), directory, "render");
      assertRendered(run, "a", "a");
    }

    @Test
    void standardInputIsReadForADash() {
      Run run = Run.on(Texts.declaration("b"), directory, "render", "a.yaml", "-");
      assertRendered(run, "a", "a", "b", "b");
    }

    @Test
    void standardInputCanBeReadOnce() {
      assertFailed(
          Run.on("", directory, "render", "-", "-"),
          "egress: standard input can be read only once. Pass `-` once.\n");
    }

    @Test
    void filesAreReadInTheOrderOfTheArguments() throws IOException {
      write("b.yaml", Texts.declaration("b"));
      assertRendered(Run.in(directory, "render", "b.yaml", "a.yaml"), "b", "b", "a", "a");
    }

    @Test
    void filesOfADirectoryAreReadInTheOrderOfTheirNames() throws IOException {
      write("many/c.yml", Texts.declaration("c"));
      write("many/a.yaml", Texts.declaration("a"));
      write("many/b.yaml", Texts.declaration("b"));
      write("many/README.md", "not yaml");
      write("many/d.yaml.orig", "not yaml");
      write("many/deeper/e.yaml", Texts.declaration("e"));
      write("many/directory.yaml/f.yaml", Texts.declaration("f"));
      assertRendered(Run.in(directory, "render", "many"), "a", "a", "b", "b", "c", "c");
    }

    @Test
    void findingsNameTheFileAsGiven() throws IOException {
      write("many/b.yaml", BROKEN.replace("name: broken", "name: b"));
      String stdin = BROKEN.replace("name: broken", "name: c");
      Run run = Run.on(stdin, directory, "render", "broken.yaml", "many", "-");
      assertEquals(ExitStatus.FINDINGS, run.status());
      List<String> places = run.err().lines().filter(line -> line.contains(": error ")).toList();
      assertEquals(3, places.size(), run.err());
      assertTrue(places.get(0).startsWith("broken.yaml:6:"), run.err());
      assertTrue(places.get(1).startsWith("many/b.yaml:6:"), run.err());
      assertTrue(places.get(2).startsWith("<stdin>:6:"), run.err());
    }

    @Test
    void allFilesMakeOneSet() throws IOException {
      write("again.yaml", Texts.declaration("a"));
      Run run = Run.in(directory, "render", "a.yaml", "again.yaml");
      assertFound(
          run,
          "again.yaml:6:12: error EGA0901: the alias `a` in the namespace `default` is already declared at"
              + " `a.yaml:6:5` (`spec.aliases[0]`)\n");
    }

    @Test
    void missingFileIsAFailure() {
      assertFailed(
          Run.in(directory, "render", "a.yaml", "gone.yaml"),
          "egress: cannot read `gone.yaml`: the file does not exist. Check the name.\n");
    }

    @Test
    void directoryWithoutDeclarationsIsAFailure() throws IOException {
      Files.createDirectory(directory.resolve("empty"));
      assertFailed(
          Run.in(directory, "render", "empty"),
          "egress: the directory `empty` contains no `*.yaml` or `*.yml` file. Check the name.\n");
    }

    @Test
    void emptyInputIsAnError() {
      assertFound(Run.on("", directory, "render"), "<stdin>:1:1: error EGA0109: ");
    }

    @Test
    void unreadableStandardInputIsReported() {
      InputStream broken =
          new InputStream() {
            @Override
            public int read() throws IOException {
              throw new IOException("the cable is out");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
              return read();
            }
          };
      assertFailed(
          Run.on(broken, directory, "render"),
          "egress: cannot read `<stdin>`: the cable is out.\n");
    }
  }

  @Nested
  final class Output {
    @Test
    void standardOutputHasOnlyManifests() {
      Run run = Run.in(directory, "render", "a.yaml");
      assertRendered(run, "a", "a");
      assertTrue(run.out().startsWith("---\napiVersion: v1\nkind: Service\n"), run.out());
    }

    @Test
    void deleteOrderIsTheReverse() {
      Run apply = Run.on(Texts.declaration("a", "b"), directory, "render");
      Run delete = Run.on(Texts.declaration("a", "b"), directory, "render", "--order", "delete");
      assertRendered(delete, "b", "b", "a", "a");
      assertEquals(
          List.of("Service", "DestinationRule", "Service", "DestinationRule"), kinds(apply.out()));
      assertEquals(
          List.of("DestinationRule", "Service", "DestinationRule", "Service"), kinds(delete.out()));
    }

    @Test
    void jsonIsOneList() {
      Run run = Run.in(directory, "render", "--format", "json", "a.yaml");
      assertEquals(ExitStatus.DONE, run.status());
      assertEquals("", run.err());
      JsonNode list = JsonMapper.shared().readTree(run.out());
      assertEquals("v1", list.path("apiVersion").asString());
      assertEquals("List", list.path("kind").asString());
      assertEquals(2, list.path("items").size());
      assertEquals("Service", list.path("items").path(0).path("kind").asString());
      assertTrue(run.out().endsWith("}\n"));
    }

    @Test
    void nothingIsPrintedIfThereAreErrors() {
      assertFound(
          Run.in(directory, "render", "a.yaml", "broken.yaml"),
          "broken.yaml:6:20: error EGA0102: ");
    }

    @Test
    void closedPipeEndsWithoutAMessage() {
      Run run =
          Run.on(
              InputStream.nullInputStream(),
              directory,
              throwing("Broken pipe"),
              "render",
              "a.yaml");
      assertEquals(new Run(ExitStatus.FAILURE, "", ""), run);
    }

    @Test
    void failedWriteIsReported() {
      Run run =
          Run.on(
              InputStream.nullInputStream(),
              directory,
              throwing("No space left on device"),
              "render",
              "a.yaml");
      assertEquals(
          new Run(
              ExitStatus.FAILURE,
              "",
              "egress: cannot write to standard output: no space is left on the device. Free"
                  + " some space, or write to another place.\n"),
          run);
    }
  }

  @Nested
  final class OutputFile {
    @Test
    void fileHasTheBytesOfStandardOutput() throws IOException {
      assertSilent(Run.in(directory, "render", "-o", "out.yaml", "a.yaml"));
      assertEquals(Run.in(directory, "render", "a.yaml").out(), read("out.yaml"));
      assertEquals(Set.of("a.yaml", "broken.yaml", "out.yaml"), entries(directory));
    }

    @Test
    void isNotWrittenIfItsBytesAreEqual() throws IOException {
      Run.in(directory, "render", "-o", "out.yaml", "a.yaml");
      Files.setLastModifiedTime(directory.resolve("out.yaml"), LONG_AGO);
      assertSilent(Run.in(directory, "render", "-o", "out.yaml", "a.yaml"));
      assertEquals(LONG_AGO, Files.getLastModifiedTime(directory.resolve("out.yaml")));
    }

    @Test
    void isWrittenIfItsBytesDiffer() throws IOException {
      write("out.yaml", "old");
      Files.setLastModifiedTime(directory.resolve("out.yaml"), LONG_AGO);
      assertSilent(Run.in(directory, "render", "-o", "out.yaml", "a.yaml"));
      assertNotEquals(LONG_AGO, Files.getLastModifiedTime(directory.resolve("out.yaml")));
      assertEquals(List.of("a", "a"), Texts.names(read("out.yaml")));
    }

    @Test
    void outputIsUnchangedIfThereAreErrors() throws IOException {
      write("out.yaml", "old");
      assertFound(
          Run.in(directory, "render", "-o", "out.yaml", "broken.yaml"), "broken.yaml:6:20: error ");
      assertEquals("old", read("out.yaml"));
    }

    @Test
    void linkIsKeptAndItsTargetIsWritten() throws IOException {
      write("real/out.yaml", "old");
      Path link = directory.resolve("link.yaml");
      Files.createSymbolicLink(link, Path.of("real", "out.yaml"));
      assertSilent(Run.in(directory, "render", "-o", "link.yaml", "a.yaml"));
      assertTrue(Files.isSymbolicLink(link));
      assertEquals(List.of("a", "a"), Texts.names(read("real/out.yaml")));
      assertEquals(Set.of("out.yaml"), entries(directory.resolve("real")));
    }

    @Test
    void permissionsAreKept() throws IOException {
      write("out.yaml", "old");
      Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
      Files.setPosixFilePermissions(directory.resolve("out.yaml"), mode);
      assertSilent(Run.in(directory, "render", "-o", "out.yaml", "a.yaml"));
      assertEquals(mode, Files.getPosixFilePermissions(directory.resolve("out.yaml")));
    }

    @Test
    void directoryIsRefused() throws IOException {
      write("taken/inside.txt", "kept");
      assertFailed(
          Run.in(directory, "render", "-o", "taken", "a.yaml"),
          "egress: cannot write `taken`: it is a directory. Use `--output-dir` to write one file"
              + " per object.\n");
      assertEquals(Set.of("inside.txt"), entries(directory.resolve("taken")));
    }

    @Test
    void missingParentDirectoryIsRefused() {
      assertFailed(
          Run.in(directory, "render", "-o", "gone/out.yaml", "a.yaml"),
          "egress: cannot write `gone/out.yaml`: its directory does not exist. Create it, or check"
              + " the name.\n");
    }

    @Test
    void outputFileCanBeAnInput() throws IOException {
      assertSilent(Run.in(directory, "render", "-o", "a.yaml", "a.yaml"));
      assertEquals(List.of("a", "a"), Texts.names(read("a.yaml")));
    }
  }

  @Nested
  final class OutputDir {
    @Test
    void eachObjectHasAFileAndThereIsAnIndex() throws IOException {
      write("c.yaml", Texts.declarationWith("namespace: shop", "c"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out/deep", "a.yaml", "c.yaml"));
      assertEquals(
          Set.of(
              "destinationrule.a.yaml",
              "service.a.yaml",
              "shop.destinationrule.c.yaml",
              "shop.service.c.yaml",
              OutputDirectory.INDEX),
          entries(directory.resolve("out/deep")));
      assertTrue(
          read("out/deep/shop.service.c.yaml").startsWith("---\napiVersion: v1\nkind: Service\n"));
      assertEquals(
          List.of(
              "destinationrule.a.yaml",
              "service.a.yaml",
              "shop.destinationrule.c.yaml",
              "shop.service.c.yaml"),
          index("out/deep"));
    }

    @Test
    void filesTogetherHaveTheObjectsOfStandardOutput() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      assertEquals(
          Run.in(directory, "render", "a.yaml").out(),
          read("out/service.a.yaml") + read("out/destinationrule.a.yaml"));
    }

    @Test
    void obsoleteFilesAreDeletedAndReported() throws IOException {
      write("two.yaml", Texts.declaration("a", "b"));
      Run.in(directory, "render", "--output-dir", "out", "two.yaml");
      write("out/mine.yaml", "kept");
      write("two.yaml", Texts.declaration("a"));
      assertSaid(
          Run.in(directory, "render", "--output-dir", "out", "two.yaml"),
          """
          egress: deleted `%1$s/out/destinationrule.b.yaml`: `%1$s/two.yaml` no longer declares it.
          egress: deleted `%1$s/out/service.b.yaml`: `%1$s/two.yaml` no longer declares it.
          """);
      assertEquals(
          Set.of("destinationrule.a.yaml", "service.a.yaml", "mine.yaml", OutputDirectory.INDEX),
          entries(directory.resolve("out")));
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("out"));
    }

    private void assertSaid(Run run, String said) {
      assertEquals(new Run(ExitStatus.DONE, "", said.formatted(directory)), run);
    }

    @Test
    void filesOfOtherDeclarationsAreKept() throws IOException {
      write("b.yaml", Texts.declaration("b", "c"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "b.yaml"));
      Files.createDirectory(directory.resolve("else"));
      write("b.yaml", Texts.declaration("b"));
      // The same source, from another directory and with another name.
      Run run =
          Run.in(
              directory.resolve("else"),
              "render",
              "--output-dir",
              "../out",
              directory.resolve("else/../b.yaml").toString());
      assertEquals(2, run.err().lines().filter(line -> line.contains("deleted `")).count());
      assertEquals(
          """
          # Written by egress: each file here, and the source that it was rendered from.
          destinationrule.a.yaml ../a.yaml
          destinationrule.b.yaml ../b.yaml
          service.a.yaml ../a.yaml
          service.b.yaml ../b.yaml
          """,
          read("out/" + OutputDirectory.INDEX));
      assertEquals(5, entries(directory.resolve("out")).size());
    }

    @Test
    void objectsCanMoveToAnotherDeclaration() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      write("b.yaml", Texts.declaration("a"));
      Run moved = Run.in(directory, "render", "--output-dir", "out", "b.yaml");
      assertTrue(
          moved
              .err()
              .contains(
                  "out/service.a.yaml` was rendered from `%1$s/a.yaml` before, and is now rendered from `%1$s/b.yaml`.\n"
                      .formatted(directory)),
          moved.err());
      write("a.yaml", Texts.declaration("d"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertEquals(5, entries(directory.resolve("out")).size());
    }

    @Test
    void standardInputIsOneSource() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      Run.on(Texts.declaration("b"), directory, "render", "--output-dir", "out");
      assertSaid(
          Run.on(Texts.declaration("c"), directory, "render", "--output-dir", "out", "-"),
          """
          egress: deleted `%1$s/out/destinationrule.b.yaml`: standard input no longer declares it.
          egress: deleted `%1$s/out/service.b.yaml`: standard input no longer declares it.
          """);
      assertEquals(5, entries(directory.resolve("out")).size());
    }

    @Test
    void filesOfADeletedDeclarationInADirectoryAreDeleted() throws IOException {
      write("many/a.yaml", Texts.declaration("a"));
      write("many/b.yaml", Texts.declaration("b"));
      Run.in(directory, "render", "--output-dir", "out", "many");
      Files.delete(directory.resolve("many/b.yaml"));
      Run run = Run.in(directory, "render", "--output-dir", "out", "many");
      assertEquals(2, run.err().lines().filter(line -> line.contains("deleted `")).count());
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("out"));
    }

    @Test
    void deletedSourcesAreReportedWithARemedy() throws IOException {
      write("b.yaml", Texts.declaration("b"));
      Run.in(directory, "render", "--output-dir", "out", "a.yaml", "b.yaml");
      Files.delete(directory.resolve("b.yaml"));
      assertSaid(
          Run.in(directory, "render", "--output-dir", "out", "a.yaml"),
          "egress: the sources of some files no longer exist. Delete the files that no declaration"
              + " renders:"
              + " `%1$s/out/destinationrule.b.yaml`, `%1$s/out/service.b.yaml`.\n");
      Files.delete(directory.resolve("out/destinationrule.b.yaml"));
      Files.delete(directory.resolve("out/service.b.yaml"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("out"));
    }

    @Test
    void indexWithoutSourcesDeletesNothing() throws IOException {
      write("two.yaml", Texts.declaration("a", "b"));
      Run.in(directory, "render", "--output-dir", "out", "two.yaml");
      write(
          "out/" + OutputDirectory.INDEX,
          """
          # Written by egress, which deletes these files and no others.
          destinationrule.a.yaml
          destinationrule.b.yaml
          service.a.yaml
          service.b.yaml
          """);
      write("two.yaml", Texts.declaration("a"));
      assertSaid(
          Run.in(directory, "render", "--output-dir", "out", "two.yaml"),
          "egress: deleted no file, because `%1$s/out` contains no index with the source of each"
              + " file. Delete the files that no declaration renders:"
              + " `%1$s/out/destinationrule.b.yaml`, `%1$s/out/service.b.yaml`.\n");
      assertEquals(
          """
          # Written by egress: each file here, and the source that it was rendered from.
          destinationrule.a.yaml ../two.yaml
          destinationrule.b.yaml
          service.a.yaml ../two.yaml
          service.b.yaml
          """,
          read("out/" + OutputDirectory.INDEX));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "two.yaml"));
      // The files are still in the index, so they can be written again.
      write("two.yaml", Texts.declaration("a", "b").replace("b.example", "c.example"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "two.yaml"));
    }

    @Test
    void isNotWrittenIfItsBytesAreEqual() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      for (String entry : entries(directory.resolve("out"))) {
        Files.setLastModifiedTime(directory.resolve("out").resolve(entry), LONG_AGO);
      }
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      for (String entry : entries(directory.resolve("out"))) {
        assertEquals(
            LONG_AGO, Files.getLastModifiedTime(directory.resolve("out").resolve(entry)), entry);
      }
    }

    @Test
    void outputIsUnchangedIfThereAreErrors() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      Set<String> before = entries(directory.resolve("out"));
      assertFound(
          Run.in(directory, "render", "--output-dir", "out", "broken.yaml"), "broken.yaml:6:20: ");
      assertEquals(before, entries(directory.resolve("out")));
    }

    @Test
    void foreignFileIsNotReplaced() throws IOException {
      write("out/service.a.yaml", "mine");
      Run run = Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      assertEquals(ExitStatus.FAILURE, run.status());
      assertTrue(
          run.err().contains("service.a.yaml` already exists and was not written by egress."),
          run.err());
      assertEquals("mine", read("out/service.a.yaml"));
      assertEquals(Set.of("service.a.yaml"), entries(directory.resolve("out")));
    }

    @Test
    void foreignFileWithEqualContentIsAccepted() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      Files.delete(directory.resolve("out").resolve(OutputDirectory.INDEX));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("out"));
    }

    @Test
    void indexCannotDeleteFilesOutsideOfTheDirectory() throws IOException {
      write("precious.yaml", "kept");
      write("out/deeper/precious.yaml", "kept");
      write(
          "out/" + OutputDirectory.INDEX,
          """
          ../precious.yaml
          ..
          deeper/precious.yaml
          %s
          """
              .formatted(directory.resolve("precious.yaml")));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertEquals("kept", read("precious.yaml"));
      assertEquals("kept", read("out/deeper/precious.yaml"));
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("out"));
    }

    @Test
    void directoryCanBeALink() throws IOException {
      Files.createDirectory(directory.resolve("real"));
      Files.createSymbolicLink(directory.resolve("link"), Path.of("real"));
      assertSilent(Run.in(directory, "render", "--output-dir", "link", "a.yaml"));
      assertTrue(Files.isSymbolicLink(directory.resolve("link")));
      assertEquals(List.of("destinationrule.a.yaml", "service.a.yaml"), index("real"));
    }

    /** A link in place of a file to write, of a file to delete, and of the index. */
    @ParameterizedTest
    @ValueSource(strings = {"service.a.yaml", "service.b.yaml", OutputDirectory.INDEX})
    void linkInTheDirectoryIsNotFollowed(String name) throws IOException {
      write("two.yaml", Texts.declaration("a", "b"));
      Run.in(directory, "render", "--output-dir", "out", "two.yaml");
      Path link = directory.resolve("out").resolve(name);
      Path outside = Files.move(link, directory.resolve("outside"));
      Files.createSymbolicLink(link, outside);
      String before = read("outside") + read("out/service.a.yaml") + read("out/service.b.yaml");
      write("two.yaml", Texts.declaration("a").replace("a.example.com", "b.example.com"));
      assertForeign(name, "render", "--output-dir", "out", "two.yaml");
      assertTrue(Files.isSymbolicLink(link));
      assertEquals(
          before, read("outside") + read("out/service.a.yaml") + read("out/service.b.yaml"));
      assertEquals(5, entries(directory.resolve("out")).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.a.yaml", OutputDirectory.INDEX})
    void danglingLinkInTheDirectoryIsNotFollowed(String name) throws IOException {
      Path out = Files.createDirectory(directory.resolve("out"));
      Files.createSymbolicLink(out.resolve(name), directory.resolve("outside"));
      assertForeign(name, "render", "--output-dir", "out", "a.yaml");
      assertFalse(Files.exists(directory.resolve("outside")));
      assertEquals(Set.of(name), entries(out));
    }

    /** Otherwise the new content would appear under the other name as well. */
    @Test
    void hardLinkIsReplacedAndNotWrittenThrough() throws IOException {
      Run.in(directory, "render", "--output-dir", "out", "a.yaml");
      Files.createLink(directory.resolve("outside"), directory.resolve("out/service.a.yaml"));
      String before = read("outside");
      write("a.yaml", Texts.declaration("a").replace("a.example.com", "b.example.com"));
      assertSilent(Run.in(directory, "render", "--output-dir", "out", "a.yaml"));
      assertEquals(before, read("outside"));
      assertNotEquals(before, read("out/service.a.yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"service.a.yaml", "service.b.yaml", OutputDirectory.INDEX})
    void directoryWithTheNameOfAFileIsKept(String name) throws IOException {
      write("two.yaml", Texts.declaration("a", "b"));
      Run.in(directory, "render", "--output-dir", "out", "two.yaml");
      Files.delete(directory.resolve("out").resolve(name));
      Files.createDirectory(directory.resolve("out").resolve(name));
      write("two.yaml", Texts.declaration("a"));
      assertForeign(name, "render", "--output-dir", "out", "two.yaml");
      assertTrue(Files.isDirectory(directory.resolve("out").resolve(name)));
    }

    private void assertForeign(String name, String... args) {
      assertFailed(
          Run.in(directory, args),
          "egress: `%s` already exists and was not written by egress. Move it, or write to another directory.\n"
              .formatted(directory.resolve("out").resolve(name)));
    }

    @Test
    void twoObjectsWithOneFileNameAreRefused() {
      Manifest manifest = serviceOf("a");
      Failure failure = assertThrows(Failure.class, () -> writeObjects(manifest, manifest));
      assertEquals(
          "two objects have the file name `service.a.yaml`. Rename one of their aliases",
          failure.getMessage());
      assertFalse(Files.exists(directory.resolve("out")));
    }

    /** Rules refuse such names before; the directory does not rely on them. */
    @Test
    void objectNameCannotLeadOutOfTheDirectory() {
      Manifest manifest = serviceOf("a/../../../evil");
      Failure failure = assertThrows(Failure.class, () -> writeObjects(manifest));
      assertEquals(
          "`service.a/../../../evil.yaml` is not a valid file name. Rename the alias",
          failure.getMessage());
      assertFalse(Files.exists(directory.resolve("evil.yaml")));
    }

    private void writeObjects(Manifest... manifests) {
      new OutputDirectory(directory.resolve("out"))
          .write(List.of(manifests), m -> "", Origins.of(directory, List.of("a"), m -> "a"));
    }

    private static Manifest serviceOf(String name) {
      EgressAlias alias =
          EgressAlias.builder()
              .name("a")
              .externalName("a.example.com")
              .addPorts(ServicePort.of("http", 80))
              .build();
      Manifest manifest = ManifestRenderer.render(alias, Platform.undeclared()).get(0);
      ObjectNode tree = manifest.tree();
      ((ObjectNode) tree.path("metadata")).put("name", name);
      return Manifest.of(tree, alias, manifest.reason(), 0, 0);
    }

    @Test
    void fileIsRefused() throws IOException {
      write("taken", "kept");
      Run run = Run.in(directory, "render", "--output-dir", "taken", "a.yaml");
      assertEquals(ExitStatus.FAILURE, run.status());
      assertTrue(run.err().startsWith("egress: cannot write to `"), run.err());
      assertOneLine(run.err());
      assertEquals("kept", read("taken"));
    }

    @Test
    void outputDirExcludesOutput() {
      assertUsage(
          Run.in(directory, "render", "--output-dir", "out", "-o", "out.yaml", "a.yaml"),
          "mutually exclusive");
      assertFalse(Files.exists(directory.resolve("out")));
    }

    @Test
    void outputDirExcludesJson() {
      assertFailed(
          Run.in(directory, "render", "--output-dir", "out", "--format", "json", "a.yaml"),
          "egress: `--format json` writes one document. Remove `--output-dir`.\n");
    }
  }

  @Nested
  final class Options {
    @Test
    void namespaceSetsAnUndeclaredNamespace() {
      Run run = Run.in(directory, "render", "--namespace", "shop", "a.yaml");
      assertRendered(run, "a", "a");
      assertTrue(run.out().contains("  namespace: shop\n"), run.out());
      assertTrue(run.out().contains("  host: a.shop.svc.cluster.local\n"), run.out());
    }

    @Test
    void clusterDomainSetsAnUndeclaredDomain() {
      Run run = Run.in(directory, "render", "--cluster-domain", "corp.example", "a.yaml");
      assertRendered(run, "a", "a");
      assertTrue(run.out().contains("  host: a.default.svc.corp.example\n"), run.out());
    }

    @Test
    void optionCanRepeatADeclaredValue() {
      String declared = Texts.declarationWith("namespace: shop", "a");
      assertRendered(Run.on(declared, directory, "render", "--namespace", "shop"), "a", "a");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "namespace: shop|--namespace|billing",
          "platform: {clusterDomain: a.example}|--cluster-domain|b.example",
          "platform: {istio: \"1.27\"}|--istio|1.20",
          "platform: {istio: none}|--istio|1.20",
          "platform: {kubernetes: \"1.34\"}|--kubernetes|1.30",
          "platform: {outboundTrafficPolicy: ALLOW_ANY}|--outbound-traffic-policy|REGISTRY_ONLY"
        })
    void optionCannotContradictADeclaredValue(String example) {
      List<String> parts = List.of(example.split("\\|"));
      String declared = Texts.declarationWith(parts.get(0), "a");
      Run run = Run.on(declared, directory, "render", parts.get(1), parts.get(2));
      assertEquals(ExitStatus.FAILURE, run.status());
      assertEquals("", run.out());
      assertTrue(run.err().contains("<stdin>:5:"), run.err());
      assertTrue(run.err().contains("error EGA0802: "), run.err());
      assertTrue(run.err().contains(parts.get(1) + " " + parts.get(2)), run.err());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--istio|1.27|type: ExternalName",
          "--istio|none|type: ExternalName",
          "--kubernetes|1.34|host: a.default.svc.cluster.local",
          "--outbound-traffic-policy|REGISTRY_ONLY|host: a.default.egressalias.internal"
        })
    void optionsForUndeclaredValuesApply(String example) {
      List<String> parts = List.of(example.split("\\|"));
      Run run = Run.in(directory, "render", parts.get(0), parts.get(1), "a.yaml");
      assertTrue(run.out().contains(parts.get(2)), run.out());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "--istio|latest|Expected a release such as `1.27`",
          "--istio||Expected a release such as `1.27`",
          "--kubernetes|one|Expected a release such as",
          "--outbound-traffic-policy|SOME|Invalid value for option '--outbound-traffic-policy'",
          "--order|sideways|Invalid value for option '--order'",
          "--format|xml|Invalid value for option '--format'",
          "--fail-on|never|Invalid value for option '--fail-on'",
          "--frobnicate|now|Unknown option"
        })
    void invalidOptionsAreWrongUsage(String example) {
      List<String> parts = List.of(example.split("\\|"));
      assertUsage(Run.in(directory, "render", parts.get(0), parts.get(1), "a.yaml"), parts.get(2));
    }

    @Test
    void failOnWarningFailsForWarnings() {
      assertRendered(Run.in(directory, "render", "--fail-on", "warning", "a.yaml"), "a", "a");
      assertFound(
          Run.in(directory, "render", "--fail-on", "warning", "broken.yaml"), "broken.yaml:6:20: ");
    }
  }

  @Nested
  final class Usage {
    @Test
    void helpPrintsTheUsage() {
      for (String[] args : List.of(new String[] {"--help"}, new String[] {"render", "--help"})) {
        Run run = Run.in(directory, args);
        assertEquals(ExitStatus.DONE, run.status());
        assertEquals("", run.err());
        assertTrue(run.out().contains("Usage: egress "), run.out());
        assertTrue(run.out().contains("  egress render "), run.out());
      }
    }

    @Test
    void versionIsPrinted() {
      Run run = Run.in(directory, "--version");
      assertEquals(ExitStatus.DONE, run.status());
      assertTrue(run.out().startsWith("egress "), run.out());
      assertOneLine(run.out());
    }

    @Test
    void missingVerbIsWrongUsage() {
      assertUsage(Run.in(directory), "Expected a command, such as `render`");
    }

    @Test
    void unknownVerbIsWrongUsage() {
      assertUsage(Run.in(directory, "rendr"), "rendr");
    }
  }

  private static void assertRendered(Run run, String... names) {
    assertAll(
        () -> assertEquals("", run.err()),
        () -> assertEquals(List.of(names), Texts.names(run.out())),
        () -> assertEquals(ExitStatus.DONE, run.status()));
  }

  private static void assertSilent(Run run) {
    assertEquals(new Run(ExitStatus.DONE, "", ""), run);
  }

  private static void assertFailed(Run run, String message) {
    assertEquals(new Run(ExitStatus.FAILURE, "", message), run);
  }

  private static void assertFound(Run run, String beginning) {
    assertAll(
        () -> assertEquals("", run.out()),
        () -> assertTrue(run.err().startsWith(beginning), run.err()),
        () -> assertEquals(ExitStatus.FINDINGS, run.status()));
  }

  private static void assertUsage(Run run, String message) {
    assertAll(
        () -> assertEquals("", run.out()),
        () -> assertTrue(run.err().contains(message), run.err()),
        () -> assertFalse(run.err().contains("\tat "), run.err()),
        () -> assertEquals(ExitStatus.FAILURE, run.status()));
  }

  private static void assertOneLine(String text) {
    assertEquals(1, text.lines().count(), text);
  }

  private static List<String> kinds(String yaml) {
    return yaml.lines()
        .filter(line -> line.startsWith("kind: "))
        .map(line -> line.substring("kind: ".length()))
        .toList();
  }

  private static OutputStream throwing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  private List<String> index(String out) throws IOException {
    return read(out + "/" + OutputDirectory.INDEX)
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.replaceFirst(" .*", ""))
        .toList();
  }

  private static Set<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return Set.copyOf(entries.map(entry -> entry.getFileName().toString()).toList());
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
