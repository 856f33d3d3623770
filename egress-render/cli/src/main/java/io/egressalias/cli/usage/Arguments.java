package io.egressalias.cli.usage;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of a run.
 *
 * @param options the values of each option that is given, in their order; a flag has none
 * @param parameters the arguments that are not options
 */
public record Arguments(Map<String, List<String>> options, List<String> parameters) {

  /** Returns whether an option is given. */
  public boolean has(Option option) {
    return options.containsKey(option.name());
  }

  /** Returns the values of an option that can be given several times. */
  public List<String> values(Option option) {
    return options.getOrDefault(option.name(), List.of());
  }

  /** Returns the value of an option; empty: it is not given. */
  public Optional<String> value(Option option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** Returns the value of an option that has a default. */
  public String word(Option option) {
    List<String> values = values(option);
    return values.isEmpty() ? option.fallback() : values.get(0);
  }

  /** Returns the only parameter; empty: there is none. */
  public Optional<String> parameter() {
    return parameters.isEmpty() ? Optional.empty() : Optional.of(parameters.get(0));
  }
}
