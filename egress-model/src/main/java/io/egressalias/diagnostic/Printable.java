package io.egressalias.diagnostic;

/**
 * Makes text of the user safe to print: it stays on one line, and is a command neither to a
 * terminal nor to the log of a CI runner. Unsafe characters become escapes of YAML.
 *
 * <p>GitHub's runner executes a line that begins with {@code ::} after blanks. GitHub's and Azure's
 * runners execute the text after {@code ##[} anywhere in a line. Both ignore invisible characters.
 *
 * @see <a href="https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs">How
 *     GitHub's runner finds commands</a>
 */
public final class Printable {
  /** Starts a command at the beginning of a line. */
  private static final String COMMAND = "::";

  /** Starts a command anywhere; its last character is not part of this constant. */
  private static final String OLD_COMMAND = "##";

  private Printable() {}

  /** Returns a text as one line; tabs are kept. */
  public static String line(String text) {
    StringBuilder line = null;
    int start = firstNotBlank(text);
    int kept = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int next = i + Character.charCount(character);
      if ((isHidden(character) && character != '\t')
          || (i == start && text.startsWith(COMMAND, i))
          || (character == '[' && isBehind(OLD_COMMAND, text, i))) {
        line = line == null ? new StringBuilder(text.length() + 16) : line;
        line.append(text, kept, i);
        escape(character, line);
        kept = next;
      }
      i = next;
    }
    return line == null ? text : line.append(text, kept, text.length()).toString();
  }

  /** Applies {@link #line} to each line of a text; only {@code \n} ends a line. */
  public static String lines(String text) {
    StringBuilder lines = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.append(line(text.substring(start, end))).append('\n');
      start = end + 1;
    }
    return lines.append(line(text.substring(start))).toString();
  }

  /**
   * Returns equivalent JSON in which invisible characters of strings, and {@code ##[}, are escaped.
   */
  public static String json(String json) {
    StringBuilder text = null;
    int kept = 0;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isHiddenInJson(json, i) || (c == '[' && isBehind(OLD_COMMAND, json, i))) {
        text = text == null ? new StringBuilder(json.length() + 16) : text;
        text.append(json, kept, i);
        escape(c, text);
        kept = i + 1;
      }
    }
    return text == null ? json : text.append(json, kept, json.length()).toString();
  }

  /** Each surrogate of a pair is escaped by itself. */
  private static boolean isHiddenInJson(String json, int index) {
    char c = json.charAt(index);
    if (c < 0x7F) {
      return false;
    }
    boolean second = Character.isLowSurrogate(c) && index > 0;
    int start = second && Character.isHighSurrogate(json.charAt(index - 1)) ? index - 1 : index;
    return isHidden(json.codePointAt(start));
  }

  private static int firstNotBlank(String text) {
    int i = 0;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** An invisible character is not a blank: it is escaped and then starts the line. */
  private static boolean isBlank(char character) {
    return character == '\t' || (Character.isSpaceChar(character) && !isHidden(character));
  }

  private static boolean isBehind(String before, String text, int index) {
    return text.startsWith(before, index - before.length());
  }

  /**
   * Returns whether a character is invisible when printed: controls, line separators, direction
   * marks, characters without a width, unpaired surrogates and unassigned code points. The ranges
   * are written out because Java's tables differ between releases.
   */
  static boolean isHidden(int c) {
    if (c < 0x2000) {
      return c < ' '
          || (c >= 0x7F && c <= 0x9F)
          || c == 0xAD
          || c == 0x34F
          || c == 0x61C
          || (c >= 0x115F && c <= 0x1160)
          || (c >= 0x17B4 && c <= 0x17B5)
          || (c >= 0x180B && c <= 0x180F);
    }
    return (c >= 0x200B && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x206F)
        || c == 0x3164
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c >= 0xFDD0 && c <= 0xFDEF)
        || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0xFEFF
        || c == 0xFFA0
        || (c >= 0xFFF0 && c <= 0xFFFB)
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0x1BCA0 && c <= 0x1BCA3)
        || (c >= 0x1D173 && c <= 0x1D17A)
        || (c >= 0xE0000 && c <= 0xE0FFF);
  }

  static void escape(int character, StringBuilder text) {
    text.append(
        Character.isBmpCodePoint(character)
            ? "\\u%04X".formatted(character)
            : "\\U%08X".formatted(character));
  }
}
