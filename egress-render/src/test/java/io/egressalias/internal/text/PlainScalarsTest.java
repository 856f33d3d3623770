package io.egressalias.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The classifications of a plain scalar are consistent with one another and with an independent
 * reader.
 */
final class PlainScalarsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "~",
        "null",
        "Null",
        "NULL",
        "nULL",
        "true",
        "True",
        "TRUE",
        "tRUE",
        "false",
        "no",
        "y",
        "0",
        "-0",
        "00",
        "01",
        "+1",
        "-1",
        "12",
        "1.5",
        "1.",
        ".5",
        "1e3",
        "1E-3",
        ".",
        "-",
        "+",
        ".inf",
        "-.Inf",
        "+.INF",
        ".nan",
        ".NaN",
        "0x1F",
        "0xG",
        "0o17",
        "0o8",
        "0b1",
        "1_000",
        "1:30",
        "10.0.0.1",
        "2001-12-14",
        "a",
        "=",
        "99999999999999999999",
        "-.5",
        "1.5.2"
      })
  void areWhatTheCoreSchemaSays(String text) {
    Tag tag =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .build()
            .getSchema()
            .getScalarResolver()
            .resolve(text, true);
    assertEquals(tag.equals(Tag.NULL), PlainScalars.isNull(text), "null");
    assertEquals(tag.equals(Tag.BOOL), PlainScalars.isBoolean(text), "boolean");
    assertEquals(
        tag.equals(Tag.INT) || tag.equals(Tag.FLOAT), PlainScalars.isNumber(text), "number");
    assertEquals(tag.equals(Tag.STR), PlainScalars.isString(text), "string");
    if (PlainScalars.isSafe(text)) {
      assertTrue(PlainScalars.isString(text), "safe");
      assertFalse(PlainScalars.isDisputed(text), "disputed");
    }
    if (PlainScalars.isNumber(text)) {
      assertTrue(PlainScalars.isDisputed(text), "disputed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, true",
    "-0, true",
    "12, true",
    "-12, true",
    "012, false",
    "+1, false",
    "-, false",
    "1.0, false",
    "'', false",
    "1_0, false"
  })
  void isDecimalMeansThatEveryReaderReadsTheSameInteger(String text, boolean decimal) {
    assertEquals(decimal, PlainScalars.isDecimal(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"y", "No", "ON", "0b1", "0o7", "1_000", "1:30", "2001-12-14", "=", "<<"})
  void isDisputedMeansThatAReaderReadsNoString(String text) {
    assertTrue(PlainScalars.isDisputed(text));
    assertFalse(PlainScalars.isSafe(text));
  }
}
