package io.egressalias.cli;

/** Tells somebody at a terminal how far a run is that lasts longer than a second. */
final class Progress {
  /** Set by the launcher where standard error is a terminal: Java itself cannot tell. */
  private static final String SHOWN = "egress.progress";

  private static final long SECOND = 1_000_000_000;

  private final Terminal terminal;
  private final boolean shown = Boolean.getBoolean(SHOWN);
  private long last = System.nanoTime();
  private int width;

  Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  void read(long aliases) {
    if (shown && System.nanoTime() - last > SECOND) {
      last = System.nanoTime();
      String line = "egress: " + aliases + " aliases";
      width = line.length();
      terminal.overwrite(line);
    }
  }

  /** Makes room for what is not progress. */
  void clear() {
    if (width > 0) {
      terminal.overwrite(" ".repeat(width) + "\r");
      width = 0;
    }
  }
}
