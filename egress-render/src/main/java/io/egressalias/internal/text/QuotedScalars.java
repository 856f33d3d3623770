package io.egressalias.internal.text;

/**
 * Writes strings in double quotes. Escapes characters that readers do not accept, that YAML 1.1 and
 * 1.2 read differently, or that change the displayed order of a text: controls, both line
 * separators, the byte order mark, unpaired surrogates, and direction marks. Also escapes the
 * bracket of {@code ##[}, which is a command to a CI runner.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#57-escaped-characters">YAML 1.2.2, escaped
 *     characters</a>
 */
public final class QuotedScalars {
  private static final String ESCAPED = "\0\u0007\b\t\n\u000B\f\r\u001B\"\\\u0085\u00A0";
  private static final String LETTERS = "0abtnvfre\"\\N_";
  private static final char ARABIC_MARK = '\u061C';
  private static final String HEX = "0123456789ABCDEF";

  private QuotedScalars() {}

  /** Writes a string with its quotes. */
  public static void write(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int next = i + Character.charCount(character);
      if (!standsForItself(character) || isCommand(text, i)) {
        out.append(text, written, i);
        escape(character, out);
        written = next;
      }
      i = next;
    }
    out.append(text, written, text.length()).append('"');
  }

  /** A CI runner would execute the text after it when manifests are printed to its log. */
  private static boolean isCommand(String text, int index) {
    return text.charAt(index) == '[' && text.startsWith("##", index - 2);
  }

  private static boolean standsForItself(int character) {
    if (character >= ' ' && character <= '~') {
      return character != '"' && character != '\\';
    }
    if (character < '\u2000') {
      return character > '\u00A0' && character != ARABIC_MARK;
    }
    return (character < '\u200E')
        || (character > '\u200F' && character < '\u2028')
        || (character > '\u202E' && character < '\u2066')
        || (character > '\u2069' && character < Character.MIN_SURROGATE)
        || (character > Character.MAX_SURROGATE && character < '\uFEFF')
        || (character > '\uFEFF' && character < '\uFFFE')
        || character >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }

  private static void escape(int character, StringBuilder out) {
    out.append('\\');
    int known = ESCAPED.indexOf(character);
    if (known >= 0) {
      out.append(LETTERS.charAt(known));
    } else if (character <= 0xFF) {
      hex('x', character, 2, out);
    } else {
      hex('u', character, 4, out);
    }
  }

  private static void hex(char sign, int character, int digits, StringBuilder out) {
    out.append(sign);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(HEX.charAt(character >> shift & 0xF));
    }
  }
}
