package io.egressalias.internal.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EnvFileTest {
  private static final String FILE = "a.env";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "A=b; b",
        "  A=b c  ; b c",
        "export A=b; b",
        "A=; ^^",
        "A=b # note; b",
        "A= # note; ^^",
        "A=b#c; b#c",
        "A=b=c: {d}; b=c: {d}",
        "A=${B} $C; ${B} $C",
        "A=\"b # c\" # note; b # c",
        "A=\"b\\n\\tc\\\"\\\\\\$\"; ^b\n\tc\"\\$^",
        "A='b\\n\"c'; b\\n\"c",
        "A=it's; it's"
      })
  void lineIsRead(String line, String value) {
    assertEquals(Map.of("A", value), EnvFile.parse(FILE, line));
  }

  @Test
  void fileHasManyLines() {
    String text = "\uFEFF# a comment\r\n\r\nA=1\r\nB_2=x\nA=2\n  # B_2=y";
    assertEquals(Map.of("A", "2", "B_2", "x"), EnvFile.parse(FILE, text));
    assertEquals(Map.of(), EnvFile.parse(FILE, ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '^',
      value = {
        "A; 2:1: expected `NAME=value`, found no `=`. Write a line such as `HOST=httpbin.org`, or"
            + " start a comment with `#`",
        "=b; 2:1: expected a name of letters, digits and `_` before `=`, found ``. Write a line"
            + " such as `HOST=httpbin.org`, or start a comment with `#`",
        "^  A-B=c^; 2:3: expected a name of letters, digits and `_` before `=`, found `A-B`. Write"
            + " a line such as `HOST=httpbin.org`, or start a comment with `#`",
        "A=\"b; 2:3: the quote is not closed in its line. Add `\"`, and write a line break as `\\n`"
            + " in double quotes",
        "A='b'c; 2:6: expected the end of the line after the closing quote, found more text. Quote"
            + " the whole value",
        "A=\"\\x\"; 2:4: the escape sequence is unknown. Write `\\\\` for a backslash, or use"
            + " single quotes"
      })
  void wrongLineIsRefusedWithItsPlace(String line, String message) {
    Failure failure =
        assertThrows(Failure.class, () -> EnvFile.parse(FILE, "# a comment\n" + line + "\n"));
    assertEquals("a.env:" + message, failure.getMessage());
  }

  @Test
  void fileThatCannotBeReadIsAFailure(@TempDir Path directory) throws IOException {
    Files.write(directory.resolve("b.env"), new byte[] {'A', '=', (byte) 0xFF});
    assertFails(directory, "", "the name of the env file is empty. Pass the name of a file");
    assertFails(directory, FILE, "cannot read `a.env`: the file does not exist. Check the name");
    assertFails(
        directory, "b.env", "cannot read `b.env`: the file is not valid UTF-8. Check its content");
    Files.writeString(directory.resolve(FILE), "A=b\n");
    assertEquals(Map.of("A", "b"), EnvFile.read(directory, FILE));
  }

  private static void assertFails(Path directory, String name, String message) {
    Failure failure = assertThrows(Failure.class, () -> EnvFile.read(directory, name));
    assertEquals(message, failure.getMessage());
  }
}
