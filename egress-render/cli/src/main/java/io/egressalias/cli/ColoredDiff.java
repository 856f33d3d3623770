package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A difference for a person at a terminal, in the colours of git. */
final class ColoredDiff {
  private static final String BOLD = "\u001b[1m";
  private static final String RED = "\u001b[31m";
  private static final String GREEN = "\u001b[32m";
  private static final String CYAN = "\u001b[36m";
  private static final String RESET = "\u001b[m";

  /** Not what Java takes for a line: a return in it belongs to it. */
  private static final Pattern LINE = Pattern.compile("([^\n]*)\n");

  private ColoredDiff() {}

  static String of(String diff) {
    return LINE.matcher(diff).results().map(m -> line(m.group(1))).collect(Collectors.joining());
  }

  private static String line(String line) {
    String color = color(line);
    // What is committed may be anything, and is not to do anything to the terminal.
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
