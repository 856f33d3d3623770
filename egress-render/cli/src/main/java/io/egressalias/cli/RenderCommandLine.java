package io.egressalias.cli;

import io.egressalias.internal.files.CommittedManifests;
import io.egressalias.internal.report.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Builds the command line that updates committed manifests. */
final class RenderCommandLine {
  static final String AGAINST = "--against";
  static final String SEMANTIC = "--semantic";
  static final String COLOR = "--color";

  private static final Set<String> OF_CHECK_ALONE = Set.of(AGAINST, SEMANTIC, COLOR);

  private RenderCommandLine() {}

  /** Returns the {@code render} command with the options of a {@code check} command. */
  static String render(CommandLine check, List<String> files, CommittedManifests committed) {
    ParseResult given = check.getParseResult();
    List<String> words = new ArrayList<>(List.of("egress", "render"));
    // An option that is given several times is listed each time, with all of its values.
    for (OptionSpec option : new LinkedHashSet<>(given.matchedOptions())) {
      if (!OF_CHECK_ALONE.contains(option.longestName())) {
        add(option, words);
      }
    }
    words.addAll(files);
    words.add(committed.isDirectory() ? "--output-dir" : "-o");
    words.add(committed.name());
    return ShellCommand.of(words);
  }

  /** Adds an option once for each of its values. */
  private static void add(OptionSpec option, List<String> words) {
    if (option.arity().max() == 0) {
      words.add(option.longestName());
    }
    for (String value : option.originalStringValues()) {
      if (option.arity().max() > 0) {
        words.add(option.longestName());
        words.add(value);
      }
    }
  }
}
