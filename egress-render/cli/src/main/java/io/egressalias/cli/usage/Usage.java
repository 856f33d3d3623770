package io.egressalias.cli.usage;

import java.util.List;
import java.util.Optional;

/**
 * What a verb accepts, and the texts of its help.
 *
 * @param name the verb
 * @param description the paragraphs that explain the verb
 * @param parameter the arguments that are not options; empty: none
 * @param options the options, without those of {@code choices}
 * @param choices options that exclude each other
 * @param exitStatus what each exit status means; empty: as usual
 * @param examples lines with examples
 */
public record Usage(
    String name,
    List<String> description,
    Optional<Parameter> parameter,
    List<Option> options,
    List<Choice> choices,
    String exitStatus,
    List<String> examples) {

  /** Returns the option with a name; empty: the verb does not have it. */
  Optional<Option> option(String name) {
    for (Option option : options) {
      if (option.isCalled(name)) {
        return Optional.of(option);
      }
    }
    for (Choice choice : choices) {
      for (Option option : choice.options()) {
        if (option.isCalled(name)) {
          return Optional.of(option);
        }
      }
    }
    return Optional.empty();
  }
}
