package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/** The option that decides whether findings and differences are colored. */
final class ColorOption {
  static final Option OPTION =
      Option.word(
          "--color",
          "WHEN",
          List.of("auto", "always", "never"),
          "when to color the output: ${COMPLETION-CANDIDATES}. auto: on a terminal,"
              + " unless NO_COLOR"
              + " is set. Default: ${DEFAULT-VALUE}");

  private final String when;

  private ColorOption(String when) {
    this.when = when;
  }

  static ColorOption of(Arguments arguments) {
    return new ColorOption(arguments.word(OPTION));
  }

  /** Returns whether text on standard output is colored. */
  boolean onOutput(Terminal terminal) {
    Interactive streams = terminal.interactive();
    return isOn(streams.isKnown() ? streams.out() : when.equals("auto") && Ansi.AUTO.enabled());
  }

  /** Returns whether text on standard error is colored. */
  boolean onError(Terminal terminal) {
    return isOn(terminal.interactive().err());
  }

  private boolean isOn(boolean isTerminal) {
    return when.equals("always")
        || (when.equals("auto") && isTerminal && isWanted(System.getenv()));
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
