package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Many aliases give the same objects on standard output, in a file and as JSON. */
@Tag("long")
final class ManyAliasesTest {
  private static final int MANY = 12_000;

  @TempDir private Path directory = Path.of("");

  private void write(String file, String... documents) throws IOException {
    Files.writeString(directory.resolve(file), "---\n" + String.join("---\n", documents));
  }

  private void writeMany() throws IOException {
    List<String> documents = new ArrayList<>();
    for (int from = 0; from < MANY; from += MANY / 8) {
      documents.add(
          Texts.declaration(
              IntStream.range(from, from + MANY / 8)
                  .mapToObj(i -> "a" + i)
                  .toArray(String[]::new)));
    }
    write("many.yaml", documents.toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"apply", "delete"})
  void manyAliasesRenderTheSameManifests(String order) throws IOException {
    writeMany();
    Run printed = Run.in(directory, "render", "--order", order, "--mark", "many.yaml");
    assertEquals(ExitStatus.DONE, printed.status(), printed.err());
    assertTrue(printed.out().length() > 3 << 20, "too little to show anything");
    Run toFile = Run.in(directory, "render", "--order", order, "--mark", "many.yaml", "-o", "all");
    assertEquals(ExitStatus.DONE, toFile.status(), toFile.err());
    assertEquals(printed.out(), Files.readString(directory.resolve("all")));
    Run json =
        Run.in(directory, "render", "--order", order, "--mark", "many.yaml", "--format", "json");
    assertEquals(ExitStatus.DONE, json.status(), json.err());
    assertEquals(JsonMapper.shared().readTree(json.out()).get("items"), Texts.trees(printed.out()));
  }

  @Test
  void deleteOrderIsTheReverseOfApplyOrder() throws IOException {
    writeMany();
    List<String> names =
        new ArrayList<>(Texts.names(Run.in(directory, "render", "many.yaml").out()));
    Collections.reverse(names);
    assertEquals(
        names, Texts.names(Run.in(directory, "render", "--order", "delete", "many.yaml").out()));
  }

  @Test
  void errorInTheLastDocumentWritesNothing() throws IOException {
    writeMany();
    write("wrong.yaml", Texts.declaration("b").replace("port: 80", "port: 70000"));
    Run run = Run.in(directory, "render", "many.yaml", "wrong.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("wrong.yaml:7:"), run.err());
  }

  /** The message names the place of the first declaration in another file. */
  @Test
  void duplicateAliasesAreFoundAcrossFiles() throws IOException {
    write("one.yaml", Texts.declaration("a", "b"), Texts.declaration("c", "d"));
    write("two.yaml", Texts.declaration("e"), Texts.declaration("f", "d", "a"));
    Run run = Run.on(Texts.declaration("g", "b"), directory, "render", "one.yaml", "-", "two.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    List<String> found = run.err().lines().filter(line -> line.contains("EGA0901")).toList();
    assertEquals(3, found.size(), run.err());
    assertTrue(found.get(0).startsWith("<stdin>:7:"), run.err());
    assertTrue(
        found
            .get(0)
            .endsWith(
                "`b` in the namespace `default` is already declared at"
                    + " `one.yaml:8:5` (`spec.aliases[1]`)"),
        run.err());
    assertTrue(found.get(1).contains("`d`") && found.get(1).contains("`one.yaml:16:5`"), run.err());
    assertTrue(found.get(2).contains("`a`") && found.get(2).contains("`one.yaml:7:5`"), run.err());
  }

  @Test
  void malformedBytesHaveALocation() throws IOException {
    byte[] text = (Texts.declaration("a") + "# ü\n# x\n").getBytes(StandardCharsets.UTF_8);
    text[text.length - 2] = (byte) 0xFF;
    Files.write(directory.resolve("wrong.yaml"), text);
    Run run = Run.in(directory, "render", "wrong.yaml");
    assertEquals(ExitStatus.FINDINGS, run.status());
    assertEquals("", run.out());
    assertTrue(
        run.err()
            .startsWith(
                "wrong.yaml:8:3: error EGA0001: expected text in UTF-8, found the byte `0xFF`"),
        run.err());
  }
}
