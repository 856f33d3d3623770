package io.egressalias.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.internal.text.BothReaders.Given;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that are read without the parser have the same trees and places as with it. */
final class UsualReaderTest {
  private static final List<Path> FOLDERS =
      List.of(
          Path.of("../examples"), Path.of("../egress-model/src"), Path.of("src/test/resources"));

  /** The number of texts that the test of mutated texts makes; 100,000 take about a minute. */
  private static final int MUTATED = Integer.getInteger("egress.reader.texts", 5_000);

  private static final long SEED = Long.getLong("egress.reader.seed", 2411);

  private static List<String> documents(Path folder) throws IOException {
    List<String> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(file -> file.toString().endsWith(".yaml") && !file.toString().contains("target"))
          .sorted()
          .map(UsualReaderTest::text)
          .flatMap(text -> YamlDocuments.of(text).stream())
          .forEach(document -> documents.add(document.text()));
    }
    return documents;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long usual(List<String> texts) {
    return texts.stream().filter(BothReaders::areSame).count();
  }

  @Test
  void filesOfThisRepositoryAreReadTheSame() throws IOException {
    for (Path folder : FOLDERS) {
      List<String> documents = documents(folder);
      long usual = usual(documents);
      assertTrue(usual * 100 > documents.size() * 85L, () -> folder + ": only " + usual);
    }
  }

  /** Reading is several times as fast for them. */
  @Test
  void examplesAreInTheUsualForm() throws IOException {
    List<String> examples = documents(FOLDERS.get(0));
    long usual = usual(examples);
    assertTrue(usual * 100 >= examples.size() * 95L, () -> usual + " of " + examples.size());
  }

  @Test
  void mutatedFilesAreReadTheSame() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path folder : FOLDERS) {
      texts.addAll(documents(folder));
    }
    Mutation mutation = new Mutation(texts, SEED);
    int usual = 0;
    for (int i = 0; i < MUTATED; i++) {
      usual += BothReaders.areSame(mutation.next()) ? 1 : 0;
    }
    assertTrue(usual * 10 > MUTATED, "only " + usual);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# a",
        "a: b",
        "a: b # c\n# d",
        "---\na: b\n---\nc: d\n",
        "--- # a\n- b\r\n- c\r\n",
        "a:\n- b\n-\n- - c\n  - d: e\n    f:\nh:\n  - i\n",
        "a:\nb: \"\"\n'c': ''\n\"d\":\n  e\n",
        "a: {b: [c, \"d\", {}], 'e': []}\n",
        "[a, b]",
        "a: http://b:80/#c\nd: -1\ne: --f\ng: x, y\n",
        "\u00E4: \u6F22 b\n  \n",
      })
  void usualFormNeedsNoParser(String text) {
    assertTrue(BothReaders.areSame(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &b c",
        "a: !b c",
        "a: |\n  b",
        "a: b\n  c",
        "a: {b: c,\n  d: e}",
        "a: [b, c,]",
        "a: \"b\\n\"",
        "a: 'b''c'",
        "a: b: c",
        "? a\n: b",
        "a: b\n...\n",
        "a:\tb",
        "%YAML 1.2\n---\na: b",
        "a: \uD83D\uDE00",
        "---\n---\na: b",
        "a: b\nc",
        "a: [b",
        "a: {b}",
      })
  void parserReadsAnythingElse(String text) {
    assertEquals(false, BothReaders.areSame(text));
  }

  @Test
  void longestKeyIsReadTheSame() {
    for (int length = 990; length < 1040; length++) {
      BothReaders.areSame("x".repeat(length) + ": b");
      BothReaders.areSame("{" + "x".repeat(length) + ": b}");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[[a]]]",
        "- - - a",
        "{a: {b: {c: d}}}",
        "a:\n  b:\n    c: d",
        "[a, b, c, d, e, f]",
        "a: b\nc: d\ne: f",
        "a:\nb:\nc:\n",
        "a: b\na: c",
        "{a: b, c: d, a: e}",
        "a: b\n---\na: b\nc:\n---\n[a, b, c, d, e, f]",
      })
  void limitsAreReportedByTheParser(String text) {
    for (int depth = 1; depth < 6; depth++) {
      for (int values = 1; values < 12; values++) {
        BothReaders.areSame(text, new Given(depth, values, false));
        BothReaders.areSame(text, new Given(depth, values, true));
      }
    }
  }
}
