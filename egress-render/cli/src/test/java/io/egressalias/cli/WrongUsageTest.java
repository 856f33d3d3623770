package io.egressalias.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests the short messages about wrong usage, with their suggestions. */
final class WrongUsageTest {
  private static final String OF_ALL =
      "Usage: egress [OPTIONS] [COMMAND]\nRun `egress --help` for all options.\n";
  private static final String OF_RENDER =
      "Usage: egress render [OPTIONS] [FILE...]\nRun `egress render --help` for all options.\n";

  private static final String OF_EXPLAIN =
      "Usage: egress explain [OPTIONS] [CODE|FIELD]\nRun `egress explain --help` for all options.\n";

  @TempDir private Path directory = Path.of("");

  static Stream<Arguments> typed() {
    return Stream.of(
        Arguments.of("rendr a.yaml", "Unknown command: 'rendr'\nDid you mean `render`?\n" + OF_ALL),
        Arguments.of("chekc", "Unknown command: 'chekc'\nDid you mean `check`?\n" + OF_ALL),
        Arguments.of("frobnicate", "Unknown command: 'frobnicate'\n" + OF_ALL),
        Arguments.of("", "Expected a command, such as `render`\n" + OF_ALL),
        Arguments.of(
            "render --namspace x",
            "Unknown option: '--namspace'\nDid you mean `--namespace`?\n" + OF_RENDER),
        Arguments.of(
            "render --order up",
            "Invalid value for option '--order': expected one of [apply, delete]"
                + " (case-insensitive) but was 'up'\n"
                + OF_RENDER),
        Arguments.of(
            "explain spec.aliases.tls.mod",
            "Unknown field: 'spec.aliases.tls.mod'. Did you mean `spec.aliases.tls.mode`?\n"
                + OF_EXPLAIN),
        Arguments.of(
            "explain nothing-like-it",
            "Unknown field: 'nothing-like-it'. Start the path with `spec` or `metadata`, as in"
                + " `spec.aliases.tls`\n"
                + OF_EXPLAIN),
        Arguments.of(
            "schema --openapi --krm-function",
            "`--krm-function` and `--openapi` cannot be combined. Pass one of them\n"
                + OF_RENDER
                    .replace("render [OPTIONS] [FILE...]", "schema [OPTIONS]")
                    .replace("render", "schema")),
        Arguments.of(
            "check --aginst x",
            "Unknown option: '--aginst'\nDid you mean `--against`?\n"
                + OF_RENDER.replace("render", "check")));
  }

  @ParameterizedTest
  @MethodSource("typed")
  void misspelledArgumentsGetASuggestion(String typed, String said) {
    Run run = Run.in(directory, typed.isEmpty() ? new String[0] : typed.split(" "));
    assertEquals(new Run(ExitStatus.FAILURE, "", said), run);
  }
}
