package io.egressalias.cli;

import io.egressalias.cli.usage.Arguments;
import io.egressalias.cli.usage.Option;
import io.egressalias.cli.usage.WrongArgument;
import io.egressalias.declaration.InvalidOverrideException;
import io.egressalias.declaration.OptionStyle;
import io.egressalias.declaration.Overrides;
import io.egressalias.diagnostic.Quoted;
import java.util.List;

/** Options for values that replace those of declarations. */
final class OverrideOptions {
  static final Option SET =
      Option.value(
              "--set",
              "PATH=VALUE",
              "replace or add the value of a field, such as platform.istio=1.27 or"
                  + " aliases.payments.externalName=api.example.com. Repeatable; the last value of"
                  + " a field counts")
          .repeatable();

  private OverrideOptions() {}

  /**
   * Returns the values of the options.
   *
   * @throws WrongArgument if an option is not a path and a value
   */
  static Overrides of(Arguments arguments) {
    List<String> assignments = arguments.values(SET);
    if (assignments.isEmpty()) {
      return Overrides.none();
    }
    Overrides overrides = Overrides.of(OptionStyle.COMMAND_LINE);
    for (String assignment : assignments) {
      overrides = with(assignment, overrides);
    }
    return overrides;
  }

  private static Overrides with(String assignment, Overrides overrides) {
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      throw new WrongArgument(
          "Expected `PATH=VALUE` for `--set`, such as `platform.istio=1.27`, found `"
              + Quoted.shortened(assignment)
              + "`");
    }
    try {
      return overrides.with(assignment.substring(0, equals), assignment.substring(equals + 1));
    } catch (InvalidOverrideException e) {
      throw new WrongArgument(String.valueOf(e.getMessage()));
    }
  }
}
