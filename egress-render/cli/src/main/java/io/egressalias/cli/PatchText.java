package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;

/**
 * A diff without colors: in the format of {@code patch}, unless a terminal or the log of a CI
 * runner would execute a part of it.
 */
final class PatchText {
  static final String ESCAPED =
      "egress: the difference contains characters that a terminal or a CI log would interpret. They"
          + " are printed as escapes, and `patch` cannot apply the output.\n";

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
      return "`patch -p0` refuses a file name outside the current directory. To apply the"
          + " difference, run `egress check` in the directory of the file.\n";
    }
    return name.indexOf('\t') < 0 && Printable.line("- " + name).endsWith(name)
        ? ""
        : "`patch -p0` cannot read a file name that contains a tab or a non-printable character. To"
            + " apply the difference, rename the file.\n";
  }
}
