package io.egressalias.internal.files;

import io.egressalias.declaration.Limits;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.VariableName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a file of variables in the syntax of an env file of Docker Compose, without variables in
 * values.
 *
 * <p>A line is blank, a comment that starts with {@code #}, or {@code NAME=value}, also after
 * {@code export}. A value without quotes ends before {@code #} after a blank. A value in single
 * quotes is literal. A value in double quotes may have the escape sequences {@code \n}, {@code \r},
 * {@code \t}, {@code \"}, {@code \$} and {@code \\}. Of two lines with one name, the last one
 * counts.
 */
public final class EnvFile {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final String EXPORT = "export ";

  /** The characters after a backslash, and what they mean. */
  private static final String ESCAPES = "nrt\"$\\";

  private static final String MEANINGS = "\n\r\t\"$\\";

  private final String file;
  private final Map<String, String> values = new LinkedHashMap<>();

  private EnvFile(String file) {
    this.file = file;
  }

  /**
   * Reads a file.
   *
   * @param directory the base of a relative name
   * @throws Failure if the file cannot be read, or if a line has another syntax
   */
  public static Map<String, String> read(Path directory, String name) {
    if (name.isEmpty()) {
      throw new Failure("the name of the env file is empty. Pass the name of a file");
    }
    InputFile file = new InputFile(Inputs.path(name), Optional.empty());
    // A named file is read, or is a failure.
    file.refused(directory);
    try (InputStream in = file.from(directory).open()) {
      byte[] bytes = in.readNBytes(Limits.BYTES + 1);
      if (bytes.length > Limits.BYTES) {
        throw new Failure(
            "cannot read `%s`: expected at most %s MiB, found more. Pass an env file"
                .formatted(name, Limits.BYTES / 1024 / 1024));
      }
      return parse(name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
    } catch (IOException e) {
      throw Failure.of("read", name, e);
    }
  }

  /**
   * Reads a text.
   *
   * @param file the name of the file in messages
   * @throws Failure if a line has another syntax
   */
  static Map<String, String> parse(String file, CharSequence text) {
    EnvFile read = new EnvFile(file);
    boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
    String lines = text.subSequence(marked ? 1 : 0, text.length()).toString();
    int number = 0;
    for (String line : lines.split("\r\n|\n|\r", -1)) {
      read.line(++number, line);
    }
    return read.values;
  }

  private void line(int number, String line) {
    int start = blanks(line, 0);
    if (start == line.length() || line.charAt(start) == '#') {
      return;
    }
    if (line.startsWith(EXPORT, start)) {
      start = blanks(line, start + EXPORT.length());
    }
    int equals = line.indexOf('=', start);
    String name = equals < 0 ? "" : line.substring(start, equals);
    if (!VariableName.is(name)) {
      throw wrong(
          number,
          start,
          equals < 0
              ? "expected `NAME=value`, found no `=`"
              : "expected a name of letters, digits and `_` before `=`, found `"
                  + Quoted.shortened(name)
                  + "`",
          "Write a line such as `HOST=httpbin.org`, or start a comment with `#`");
    }
    values.put(name, value(number, line, blanks(line, equals + 1)));
  }

  private String value(int number, String line, int start) {
    char first = start < line.length() ? line.charAt(start) : '#';
    return first == '"' || first == '\'' ? quoted(number, line, start) : plain(line, start);
  }

  private static String plain(String line, int start) {
    int end = start;
    while (end < line.length() && !(line.charAt(end) == '#' && isBlank(line.charAt(end - 1)))) {
      end++;
    }
    while (end > start && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private String quoted(int number, String line, int start) {
    char quote = line.charAt(start);
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (at < line.length() && line.charAt(at) != quote) {
      char c = line.charAt(at);
      if (quote == '"' && c == '\\') {
        value.append(escaped(number, line, at));
        at++;
      } else {
        value.append(c);
      }
      at++;
    }
    if (at == line.length()) {
      throw wrong(
          number,
          start,
          "the quote is not closed in its line",
          "Add `%s`, and write a line break as `\\n` in double quotes".formatted(quote));
    }
    int rest = blanks(line, at + 1);
    if (rest < line.length() && (line.charAt(rest) != '#' || rest == at + 1)) {
      throw wrong(
          number,
          rest,
          "expected the end of the line after the closing quote, found more text",
          "Quote the whole value");
    }
    return value.toString();
  }

  private char escaped(int number, String line, int backslash) {
    int known = backslash + 1 < line.length() ? ESCAPES.indexOf(line.charAt(backslash + 1)) : -1;
    if (known < 0) {
      throw wrong(
          number,
          backslash,
          "the escape sequence is unknown",
          "Write `\\\\` for a backslash, or use single quotes");
    }
    return MEANINGS.charAt(known);
  }

  private static int blanks(String line, int start) {
    int at = start;
    while (at < line.length() && isBlank(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** A message shows no value, because it may be a secret. */
  private Failure wrong(int line, int index, String problem, String remedy) {
    return new Failure(file + ":" + line + ":" + (index + 1) + ": " + problem + ". " + remedy);
  }
}
