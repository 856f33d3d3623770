package io.egressalias.internal.report;

import io.egressalias.diagnostic.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a command to type or paste into a shell. */
public final class ShellCommand {
  /** Characters that no shell interprets. */
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private ShellCommand() {}

  /** Returns a command that a shell splits into these words. */
  public static String of(List<String> words) {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    return Printable.line(word).equals(word) && word.indexOf('\t') < 0
        ? "'" + word.replace("'", "'\\''") + "'"
        : escaped(word);
  }

  /** Returns an unprintable word in the dollar-single-quote notation of POSIX 2024. */
  private static String escaped(String word) {
    StringBuilder escaped = new StringBuilder("$'");
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c > ' ' && c < 0x7F && "'\\[".indexOf(c) < 0;
      escaped.append(plain ? String.valueOf(c) : "\\%03o".formatted((int) c));
    }
    return escaped.append('\'').toString();
  }
}
