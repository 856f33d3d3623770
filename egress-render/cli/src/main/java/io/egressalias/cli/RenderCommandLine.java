package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.internal.files.CommittedManifests;
import io.egressalias.internal.report.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Builds the command line that updates committed manifests. */
final class RenderCommandLine {
  private static final Set<String> OF_CHECK_ALONE =
      Set.of(CheckCommand.AGAINST.name(), CheckCommand.SEMANTIC.name(), ColorOption.OPTION.name());

  private RenderCommandLine() {}

  /** Returns the {@code render} command with the options of a {@code check} command. */
  static String render(Arguments check, CommittedManifests committed) {
    List<String> words = new ArrayList<>(List.of("egress", "render"));
    check.options().forEach((name, values) -> add(name, values, words));
    words.addAll(check.parameters());
    words.add(committed.isDirectory() ? "--output-dir" : "-o");
    words.add(committed.name());
    return ShellCommand.of(words);
  }

  /** Adds an option once for each of its values. */
  private static void add(String name, List<String> values, List<String> words) {
    if (OF_CHECK_ALONE.contains(name)) {
      return;
    }
    if (values.isEmpty()) {
      words.add(name);
    }
    for (String value : values) {
      words.add(name);
      words.add(value);
    }
  }
}
