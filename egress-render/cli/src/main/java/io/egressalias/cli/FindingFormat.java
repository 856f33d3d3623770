package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import java.util.List;

/** The format of findings. */
enum FindingFormat {
  text,
  json,
  sarif,
  github;

  private static final List<String> WORDS = List.of("text", "json", "sarif", "github");

  /** The option of the verb {@code lint}. */
  static final Option OPTION = option("output format");

  /** The option of a verb with another output. */
  static final Option OPTION_FOR_FINDINGS = option("format of the findings");

  private static Option option(String subject) {
    return Option.word(
        "--format",
        "FORMAT",
        WORDS,
        subject + ": ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}");
  }

  static FindingFormat of(Arguments arguments) {
    return valueOf(arguments.word(OPTION));
  }
}
