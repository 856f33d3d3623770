package io.egressalias.cli;

import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The option that decides whether findings and differences are colored. */
final class ColorOption {
  /** When to color. */
  enum When {
    auto,
    always,
    never
  }

  @Option(
      names = RenderCommandLine.COLOR,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "when to color the output: ${COMPLETION-CANDIDATES}. auto: on a terminal, unless NO_COLOR"
              + " is set. Default: ${DEFAULT-VALUE}")
  private When when = When.auto;

  /** Returns whether text on standard output is colored. */
  boolean onOutput(Terminal terminal) {
    Interactive streams = terminal.interactive();
    return isOn(streams.isKnown() ? streams.out() : when == When.auto && Ansi.AUTO.enabled());
  }

  /** Returns whether text on standard error is colored. */
  boolean onError(Terminal terminal) {
    return isOn(terminal.interactive().err());
  }

  private boolean isOn(boolean isTerminal) {
    return switch (when) {
      case always -> true;
      case never -> false;
      case auto -> isTerminal && isWanted(System.getenv());
    };
  }

  /**
   * Returns whether the environment allows colors.
   *
   * @see <a href="https://no-color.org/">NO_COLOR</a>
   */
  static boolean isWanted(Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }
}
