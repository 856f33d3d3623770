package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;

/**
 * A diff without colors: in the format of {@code patch}, unless a terminal or the log of a CI
 * runner would execute a part of it.
 */
final class PatchText {
  static final String ESCAPED =
      "egress: the difference has characters that a terminal or a CI log would execute. They are"
          + " printed as escapes, which `patch` does not take.\n";

  private PatchText() {}

  /** Returns the diff unchanged, or all of it escaped. */
  static String of(String diff) {
    // A carriage return before a line feed is a CRLF line end and is harmless.
    String lines = diff.replace("\r\n", "\n");
    String printable = Printable.lines(lines);
    return printable.equals(lines) ? diff : printable;
  }

  /**
   * Returns a message about a name that {@code patch -p0} refuses; empty if it accepts the name.
   */
  static String refused(String name) {
    if (name.startsWith("/") || ("/" + name + "/").contains("/../")) {
      return "`patch -p0` refuses a name that leads out of the current directory. To apply the"
          + " difference, run `egress check` in the directory of the file.\n";
    }
    return name.indexOf('\t') < 0 && Printable.line("- " + name).endsWith(name)
        ? ""
        : "`patch -p0` finds no name that has a tab or a character that is not printed. To apply the"
            + " difference, rename the file.\n";
  }
}
