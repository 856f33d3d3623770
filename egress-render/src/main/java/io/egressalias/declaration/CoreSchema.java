package io.egressalias.declaration;

import io.egressalias.text.PlainScalars;

/** What a plain scalar is, in the words of findings and of the JSON Schema. */
final class CoreSchema {
  /** The pattern of {@link PlainScalars#isDecimal}. */
  static final String DECIMAL = "^-?(0|[1-9][0-9]*)$";

  private CoreSchema() {}

  static boolean isDecimal(String text) {
    return PlainScalars.isDecimal(text);
  }
}
