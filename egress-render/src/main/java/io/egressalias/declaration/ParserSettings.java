package io.egressalias.declaration;

import org.snakeyaml.engine.v2.api.LoadSettings;

/** How the YAML parser is to take a text. The limits are those of {@link Limits}, not its own. */
public final class ParserSettings {
  private static final int USUAL_BUFFER = 1024;
  private static final int GREATEST_BUFFER = 1100;

  private static final LoadSettings USUAL = withBuffer(USUAL_BUFFER);

  private ParserSettings() {}

  /**
   * Returns settings for a text.
   *
   * <p>The parser fails where the end of its buffer falls between the two halves of one character,
   * so it gets a buffer whose ends do not; at the worst one that holds the whole text.
   */
  public static LoadSettings of(String text) {
    if (isWhole(text, USUAL_BUFFER)) {
      return USUAL;
    }
    for (int size = USUAL_BUFFER + 1; size < GREATEST_BUFFER; size++) {
      if (isWhole(text, size)) {
        return withBuffer(size);
      }
    }
    return withBuffer(text.length());
  }

  /** The parser reads one character more than the size that it is given. */
  private static boolean isWhole(String text, int size) {
    for (int last = size; last < text.length(); last += size + 1) {
      if (Character.isHighSurrogate(text.charAt(last))) {
        return false;
      }
    }
    return true;
  }

  private static LoadSettings withBuffer(int size) {
    return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setBufferSize(size).build();
  }
}
