package io.egressalias.cli;

import io.egressalias.diagnostic.Printable;

/**
 * A difference as it is printed without colours: as {@code patch} takes it, unless a terminal or
 * the log of a CI runner would execute a part of it.
 */
final class PatchText {
  static final String ESCAPED =
      "egress: the difference contains characters that a terminal or a CI log would interpret. They"
          + " are printed as escapes, and `patch` cannot apply the output.\n";

  private PatchText() {}

  /** Returns the difference as it is, or as a whole with escapes. */
  static String of(String diff) {
    // A return at the end of a line is what CRLF leaves, and does nothing.
    String lines = diff.replace("\r\n", "\n");
    String printable = Printable.lines(lines);
    return printable.equals(lines) ? diff : printable;
  }

  /** Returns what is to be said of a name that {@code patch -p0} refuses; nothing: it takes it. */
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
