package io.egressalias.cli;

import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.declaration.Overrides;
import io.egressalias.diagnostic.Quoted;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for values that replace those of declarations. */
final class OverrideOptions {
  static final String SET = "--set";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  @Option(
      names = SET,
      paramLabel = "PATH=VALUE",
      description =
          "replace or add the value of a field, such as platform.istio=1.27 or"
              + " aliases.payments.externalName=api.example.com. Repeatable; the last value of a"
              + " field counts")
  private List<String> assignments = List.of();

  /** Returns the values of the options. */
  Overrides overrides() {
    if (assignments.isEmpty()) {
      return Overrides.none();
    }
    Overrides overrides = Overrides.of(OptionStyle.COMMAND_LINE);
    for (String assignment : assignments) {
      overrides = with(assignment, overrides);
    }
    return overrides;
  }

  private Overrides with(String assignment, Overrides overrides) {
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      throw wrong(
          "Expected `PATH=VALUE` for `--set`, such as `platform.istio=1.27`, found `"
              + Quoted.shortened(assignment)
              + "`");
    }
    try {
      return overrides.with(assignment.substring(0, equals), assignment.substring(equals + 1));
    } catch (InvalidOverrideException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private RuntimeException wrong(String message) {
    return spec == null
        ? new IllegalArgumentException(message)
        : new ParameterException(spec.commandLine(), message);
  }
}
