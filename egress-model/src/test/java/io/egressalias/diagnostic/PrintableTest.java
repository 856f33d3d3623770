package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of the user stays on its line, and is not a command to a terminal or a CI runner. */
final class PrintableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a.yaml:1:2: error",
        "a::b",
        ":",
        " : :",
        "# #[",
        "#[",
        "a\tb",
        "é😀日本語",
        "##",
        "[",
        "##("
      })
  void ordinaryTextIsUnchanged(String text) {
    assertSame(text, Printable.line(text));
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "::error::b,\\u003A:error::b",
        "  ::error::b,  \\u003A:error::b",
        "\u00A0\u3000::x,\u00A0\u3000\\u003A:x",
        "\t::x,\t\\u003A:x",
        ":::x,\\u003A::x",
        "a ##[error]b,a ##\\u005Berror]b",
        "####[error]b,####\\u005Berror]b",
        "##[##[,##\\u005B##\\u005B"
      })
  void commandsOfCiRunnersAreEscaped(String text, String printed) {
    assertEquals(printed, Printable.line(text));
  }

  /** Runners ignore invisible characters before a command. */
  @Test
  void commandsBehindInvisibleCharactersAreEscaped() {
    assertEquals("\\u200B::x", Printable.line("\u200B::x"));
    assertEquals("#\\uFE0F#[x]", Printable.line("#\uFE0F#[x]"));
    assertEquals("#\\u00AD#[x]", Printable.line("#\u00AD#[x]"));
  }

  @Test
  void controlsAndDirectionMarksAreEscaped() {
    assertEquals(
        "a\\u000A\\u000D\\u0000\\u001B[2J\\u0007\\u007F\\u0085\\u009Bb",
        Printable.line("a\n\r\0\u001B[2J\u0007\u007F\u0085\u009Bb"));
    for (int c :
        new int[] {0x61C, 0x200E, 0x200F, 0x202A, 0x202E, 0x2066, 0x2069, 0x2028, 0xFEFF}) {
      assertEquals("\\u%04X".formatted(c), Printable.line(Character.toString(c)));
    }
    assertEquals("\\uD800", Printable.line("\uD800"));
    assertEquals("\\U000E0041", Printable.line(Character.toString(0xE0041)));
  }

  /** A printed line has no line break and no control character, for any text. */
  @Test
  void noCharacterIsPrintedUnsafely() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      boolean hidden =
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.SURROGATE,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                c != '\t';
            default -> false;
          };
      boolean directs =
          switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
                true;
            default -> false;
          };
      if (hidden || directs) {
        String printed = Printable.line(Character.toString(c));
        assertTrue(printed.startsWith("\\"), "U+%04X".formatted(c));
      }
    }
  }

  @Test
  void linesSplitsOnlyAtNewlines() {
    assertEquals("a\n\\u003A:b\\u000D\n", Printable.lines("a\n::b\r\n"));
    assertEquals("a\n b", Printable.lines("a\n b"));
    assertEquals("", Printable.lines(""));
  }

  @Test
  void escapedJsonIsEquivalent() {
    String harmless = "{\n  \"a\" : [\"##\", \"é😀\"]\n}";
    assertSame(harmless, Printable.json(harmless));
    assertEquals("\"##\\u005Bx\"", Printable.json("\"##[x\""));
    assertEquals("\"\\u202E\\u0085\\u007F\"", Printable.json("\"\u202E\u0085\u007F\""));
    String tag = Character.toString(0xE0041);
    assertEquals("\"\\uDB40\\uDC41\\uDB40\\uDC41\"", Printable.json("\"" + tag + tag + "\""));
    assertEquals("\"\\uDC41\\uD800\"", Printable.json("\"\uDC41\uD800\""));
  }
}
