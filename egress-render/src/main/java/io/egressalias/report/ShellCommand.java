package io.egressalias.report;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command to be typed or copied into a shell. */
public final class ShellCommand {
  /** What no shell reads as anything else. */
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private ShellCommand() {}

  /** Returns words as a shell takes them apart again. */
  public static String of(List<String> words) {
    return words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
