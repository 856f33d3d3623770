package io.egressalias.maven;

import io.egressalias.diagnostic.Quoted;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** A parameter with a fixed set of values, ignoring case. */
final class ParameterChoice {
  private ParameterChoice() {}

  /** Returns the constant with a name. */
  static <E extends Enum<E>> E of(String parameter, String text, Collection<E> choices)
      throws MojoExecutionException {
    return choices.stream()
        .filter(choice -> choice.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> unknown(parameter, text, choices));
  }

  private static MojoExecutionException unknown(
      String parameter, String text, Collection<? extends Enum<?>> choices) {
    String words =
        choices.stream()
            .map(choice -> "`" + choice.name().toLowerCase(Locale.ROOT) + "`")
            .collect(Collectors.joining(" or "));
    return new MojoExecutionException(
        "Expected %s for `<%s>`, found `%s`.".formatted(words, parameter, Quoted.shortened(text)));
  }
}
