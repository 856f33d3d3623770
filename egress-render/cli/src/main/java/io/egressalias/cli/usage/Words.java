package io.egressalias.cli.usage;

import java.util.List;
import java.util.Optional;

/**
 * Values of an argument that a shell offers.
 *
 * @param all the values; empty: none
 * @param isClosed whether only these are allowed; case does not matter
 */
public record Words(Iterable<String> all, boolean isClosed) {
  /** No words: any value is allowed. */
  public static final Words NONE = new Words(List.of(), false);

  /** Returns the only words that are allowed. */
  public static Words closed(String... words) {
    return new Words(List.of(words), true);
  }

  /** Returns words that are offered, beside which others are allowed. */
  public static Words open(Iterable<String> words) {
    return new Words(words, false);
  }

  /** Returns a description in which the variables of picocli's help are replaced. */
  public String resolved(String description, String fallback) {
    return description
        .replace("${COMPLETION-CANDIDATES}", String.join(", ", all))
        .replace("${DEFAULT-VALUE}", fallback)
        .replace("$${", "${");
  }

  /** Returns whether there are values to offer. */
  boolean areKnown() {
    return all.iterator().hasNext();
  }

  /** Returns the value of a typed value, in the case of the table; empty: it is not allowed. */
  Optional<String> allowed(String typed) {
    if (!isClosed) {
      return Optional.of(typed);
    }
    for (String word : all) {
      if (word.equalsIgnoreCase(typed)) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
