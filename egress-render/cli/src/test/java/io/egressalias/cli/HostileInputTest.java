package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.egressalias.Allocated;
import io.egressalias.declaration.Limits;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every input ends with an exit status and a message. */
final class HostileInputTest {
  private static final int GIGABYTE = 1_000_000_000;
  private static final int DEEP = 10_000;

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @MethodSource("seeds")
  void junkIsRefused(int seed) {
    byte[] junk = new byte[1 + new Random(seed).nextInt(5_000)];
    new Random(seed).nextBytes(junk);
    refused(new ByteArrayInputStream(junk));
  }

  /** Random indicators of YAML: most of the texts are malformed in various ways. */
  @ParameterizedTest
  @MethodSource("seeds")
  void junkOfYamlIndicatorsIsRefused(int seed) {
    String letters = "abc019:-?,[]{}#&*!|>'\"%@`~=<. \n\n\n  \t\r\u0085\u2028\uFEFFé😀";
    Random random = new Random(seed);
    StringBuilder junk = new StringBuilder();
    for (int i = random.nextInt(400); i >= 0; i--) {
      junk.append(letters.charAt(random.nextInt(letters.length())));
    }
    refused(stream(junk.toString()));
  }

  /** A valid declaration with some bytes changed can still be valid. */
  @ParameterizedTest
  @MethodSource("seeds")
  void corruptedDeclarationGetsAMessage(int seed) {
    byte[] text = Texts.declaration("a", "b").getBytes(StandardCharsets.UTF_8);
    Random random = new Random(seed);
    for (int i = random.nextInt(4); i >= 0; i--) {
      text[random.nextInt(text.length)] = (byte) random.nextInt(0x80);
    }
    Run run = Run.on(new ByteArrayInputStream(text), directory, "render");
    if (run.status() == ExitStatus.DONE) {
      assertEquals("", run.err());
    } else {
      assertRefused(run);
    }
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "- ", "? ", "a: ", "&a ", "!a ", "'", "\"", "|", " ", "\t", "#"})
  void gigabyteIsRefusedAtTheLimit(String repeated) {
    Run run = refused(new Endless(repeated, GIGABYTE));
    assertEquals(
        """
        <stdin>:1:1: error EGA0003: expected at most 64 MiB, found more
          Split the file into several files.
        """,
        run.err());
  }

  @Tag("long")
  @Test
  void textOfOneByteMoreThanTheLimitIsRefused() {
    assertTrue(refused(new Endless("#", Limits.BYTES + 1)).err().contains("64 MiB"));
    assertTrue(refused(new Endless("#", Limits.BYTES)).err().contains("EGA0109"));
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "{a: ", "[[a], ", "- ", "? ", "---\n", "--- a\n", "...\n", "a\n", "*a "})
  void junkWithinTheLimitIsRefused(String repeated) {
    refused(new Endless(repeated, 2 * 1024 * 1024));
  }

  /**
   * Counts allocated bytes instead of time, so that a busy machine does not matter. For a text of
   * four times the length the number is four times as large; it would be sixteen times as large if
   * each repetition were compared with all others.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {"[", "{", "{a: ", "[[a], ", "- ", "? ", "---\n", "--- a\n", "...\n", "a\n", "*a "})
  void workGrowsLinearlyWithTheText(String repeated) {
    int length = 64 * 1024;
    refused(new Endless(repeated, length));
    long once = Allocated.by(() -> refused(new Endless(repeated, length)));
    long fourTimes = Allocated.by(() -> refused(new Endless(repeated, 4 * length)));
    assertTrue(fourTimes < 8 * once, () -> fourTimes + " bytes instead of 4 times " + once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{a: ", "[{a: ", "- ", "? "})
  void tenThousandNestedListsAreRefused(String opening) {
    Run run = refused(stream(declarationOf(opening.repeat(DEEP))));
    assertTrue(run.err().contains("expected at most 64 nested lists and maps"), run.err());
  }

  @Test
  void mapsNestedThousandsDeepInBlockStyleAreRefused() {
    StringBuilder nested = new StringBuilder();
    for (int depth = 0; depth < 3_000; depth++) {
      nested.append(" ".repeat(depth)).append("a:\n");
    }
    Run run = refused(stream(nested.toString()));
    assertTrue(run.err().contains("expected at most 64 nested lists and maps"), run.err());
  }

  @Test
  void aliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 100; i++) {
      String before = "*a" + (i - 1);
      String items = String.join(", ", List.of(before, before, before, before, before));
      bomb.append("a%s: &a%s [%s]%n".formatted(i, i, items));
    }
    Run run = refused(stream(bomb.toString()));
    assertTrue(run.err().contains("expected at most 2,000,000 values"), run.err());
  }

  @Test
  void tooManyDocumentsAreRefused() {
    InputStream documents = new Endless("--- a\n", 6 * 100_001);
    Run run = Run.on(documents, directory, "lint", "-");
    assertEquals(
        """
        <stdin>:100001:1: error EGA0003: expected at most 100,000 documents in a text, found more
            --- a
            ^
          Split the text into several files.
        1 error, 0 warnings, 0 infos
        For the reason, run: egress explain EGA0003
        """,
        run.out());
  }

  @Test
  void numberOfPrintedFindingsIsLimited() {
    Run run = refused(new Endless("--- a\n", 6 * 12_000));
    assertEquals(10_000, run.err().lines().filter(line -> line.contains("EGA0104")).count());
    assertTrue(
        run.err().endsWith("the first 10000 are shown. Run `egress lint` to see all.\n"),
        run.err());
  }

  @Test
  void manyFindingsAreAllPrinted() {
    String ports = "{name: http, port: \"80\"}, ".repeat(10_000);
    Run run = refused(stream(Texts.declaration("a").replace("{name: http, port: 80}", ports)));
    assertEquals(10_000, run.err().lines().filter(line -> line.contains("EGA0104")).count());
  }

  static List<Integer> seeds() {
    return IntStream.range(0, 200).boxed().toList();
  }

  private static String declarationOf(String aliases) {
    return Texts.declaration().replace("aliases:\n", "aliases:\n    " + aliases);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private Run refused(InputStream stdin) {
    Run run = Run.on(stdin, directory, "render", "-");
    assertRefused(run);
    return run;
  }

  private static void assertRefused(Run run) {
    assertTrue(
        run.status() == ExitStatus.FINDINGS || run.status() == ExitStatus.FAILURE, run.err());
    assertEquals("", run.out());
    assertFalse(run.err().isBlank());
    assertFalse(run.err().contains("internal error"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
  }

  /** A text that repeats itself and is never in memory as a whole. */
  private static final class Endless extends InputStream {
    private final byte[] repeated;
    private final int length;
    private int at;

    Endless(String repeated, int length) {
      this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
      this.length = length;
    }

    @Override
    public int read() {
      return at < length ? repeated[at++ % repeated.length] : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) {
      if (at >= length) {
        return -1;
      }
      int read = Math.min(count, length - at);
      if (repeated.length == 1) {
        Arrays.fill(bytes, offset, offset + read, repeated[0]);
      } else {
        for (int i = 0; i < read; i++) {
          bytes[offset + i] = repeated[(at + i) % repeated.length];
        }
      }
      at += read;
      return read;
    }
  }
}
