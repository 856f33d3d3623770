package io.egressalias.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.egressalias.diagnostic.Printable;
import io.egressalias.launcher.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command to type is one line, and a shell splits it into the original words. */
final class ShellCommandTest {
  @TempDir private Path scratch = Path.of("");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"a.yaml, a.yaml", "a b, 'a b'", "a'b, 'a'\\''b'", "a$b, 'a$b'", "é, 'é'"})
  void wordsAreQuotedIfNecessary(String word, String quoted) {
    assertEquals(quoted, ShellCommand.of(List.of(word)));
  }

  @Test
  void shellReadsTheSameWords() throws IOException, InterruptedException {
    List<String> words =
        List.of("a\n::b\n", "a\rb", "a\u001B[2J'\\", "a##[b]", "é\u202Eb", "\t", "a\u0085 b", "'");
    String command = ShellCommand.of(words);
    assertEquals(command, Printable.line(command));
    Program.Outcome outcome =
        Program.onPath("bash").with("-c", "printf '%s|' " + command).run(scratch);
    assertEquals(String.join("|", words) + "|", outcome.out(), command);
  }
}
