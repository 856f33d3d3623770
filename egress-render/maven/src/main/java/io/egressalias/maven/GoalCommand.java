package io.egressalias.maven;

import io.egressalias.internal.report.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the command line that runs a goal with parameters. */
final class GoalCommand {
  private final List<String> words = new ArrayList<>();

  GoalCommand(String goal) {
    words.add("mvn");
    words.add(goal);
  }

  /** Sets a parameter, unless the value is null. */
  GoalCommand set(String property, @Nullable String value) {
    if (value != null) {
      words.add("-D" + property + "=" + value);
    }
    return this;
  }

  @Override
  public String toString() {
    return ShellCommand.of(words);
  }
}
