package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A diff for a terminal, in the colors of git. */
final class ColoredDiff {
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String RESET = "\u001b[m";

  /** A line of the diff; unlike in Java, a carriage return is part of the line. */
  private static final Pattern LINE = Pattern.compile("([^\n]*)\n");

  private ColoredDiff() {}

  static String of(String diff) {
    return LINE.matcher(diff).results().map(m -> line(m.group(1))).collect(Collectors.joining());
  }

  private static String line(String line) {
    String color = color(line);
    // Committed text can contain any characters, so those that control the terminal are escaped.
    String text = Printable.line(line);
    return color.isEmpty() ? text + "\n" : color + text + RESET + "\n";
  }

  private static String color(String line) {
    if (line.startsWith("--- ") || line.startsWith("+++ ")) {
      return BOLD;
    }
    return switch (line.charAt(0)) {
      case '@' -> CYAN;
      case '-' -> RED;
      case '+' -> GREEN;
      default -> "";
    };
  }
}
