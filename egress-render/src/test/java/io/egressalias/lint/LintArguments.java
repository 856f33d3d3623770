package io.egressalias.lint;

import io.egressalias.imports.ImportArguments;
import io.egressalias.imports.ImportOptions;
import java.util.List;

/** The options of {@code egress lint} that examples and cases give. */
public final class LintArguments {
  private static final String COMMENT = "# args: ";
  private static final List<String> USUAL = List.of("--istio", "1.27", "--kubernetes", "1.34");

  private LintArguments() {}

  /** Returns the options that the first line of an example gives; without them, the usual ones. */
  public static LintOptions of(String example) {
    String first = example.lines().findFirst().orElse("");
    return first.startsWith(COMMENT)
        ? of(List.of(first.substring(COMMENT.length()).strip().split(" +", -1)))
        : of(USUAL);
  }

  /** Returns the usual options. */
  public static LintOptions usual() {
    return of(USUAL);
  }

  private static LintOptions of(List<String> words) {
    ImportOptions options = new ImportArguments(words).options();
    return new LintOptions(options.platform(), words.contains("--complete"), options.namespace());
  }
}
