package io.egressalias.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Completion for fish, which picocli does not support.
 *
 * @see <a href="https://fishshell.com/docs/current/completions.html">Writing completions</a>
 */
final class FishCompletion {
  private final StringBuilder script = new StringBuilder();
  private final String command;

  private FishCompletion(String command) {
    this.command = command;
  }

  static String of(CommandSpec root) {
    FishCompletion completion = new FishCompletion(root.name());
    completion.options("__fish_use_subcommand", root.options());
    root.subcommands()
        .forEach(
            (name, verb) -> {
              CommandSpec spec = verb.getCommandSpec();
              completion.line("__fish_use_subcommand", "-f -a " + name, spec);
              completion.options("__fish_seen_subcommand_from " + name, spec.options());
              completion.parameters(
                  "__fish_seen_subcommand_from " + name, spec.positionalParameters());
            });
    return completion.script.toString();
  }

  private void line(String condition, String what, CommandSpec spec) {
    line(condition, what, spec.usageMessage().description());
  }

  private void line(String condition, String what, String[] description) {
    script.append("complete -c ").append(command).append(" -n '").append(condition).append("' ");
    script.append(what).append(" -d ").append(quoted(first(description))).append('\n');
  }

  private void options(String condition, List<OptionSpec> options) {
    for (OptionSpec option : options) {
      StringBuilder what = new StringBuilder();
      for (String name : option.names()) {
        String word = name.replaceFirst("^-+", "");
        what.append(name.startsWith("--") ? "-l " : "-s ").append(word).append(' ');
      }
      if (option.arity().max() > 0) {
        what.append("-r ");
      }
      if (option.completionCandidates() != null) {
        what.append("-f -a ").append(quoted(String.join(" ", option.completionCandidates())));
      }
      line(condition, what.toString().strip(), option.description());
    }
  }

  private void parameters(String condition, List<PositionalParamSpec> parameters) {
    for (PositionalParamSpec parameter : parameters) {
      if (parameter.completionCandidates() != null) {
        line(
            condition,
            "-f -a " + quoted(String.join(" ", parameter.completionCandidates())),
            new String[] {parameter.paramLabel()});
      }
    }
  }

  /** Leaves out the default, so that the text fits next to the option. */
  private static String first(String[] description) {
    String text = description.length > 0 ? description[0] : "";
    int end = text.indexOf(" Default: ");
    return end > 0 ? text.substring(0, end) : text;
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
