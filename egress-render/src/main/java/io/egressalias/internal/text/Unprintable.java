package io.egressalias.internal.text;

import io.egressalias.diagnostic.Rule;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Finds the first character that YAML does not allow.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#51-character-set">YAML 1.2.2, character set</a>
 */
public final class Unprintable {
  private Unprintable() {}

  /** Returns the problem with the first such character; empty: none. */
  public static Optional<ReadingProblem> find(YamlDocument chunk) {
    String text = chunk.text();
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if ((c >= ' ' && c <= '~') || c == '\n') {
        i++;
        continue;
      }
      int character = text.codePointAt(i);
      if (!StreamReader.isPrintable(character)) {
        return Optional.of(problem(chunk, i, character));
      }
      i += Character.charCount(character);
    }
    return Optional.empty();
  }

  private static ReadingProblem problem(YamlDocument chunk, int index, int character) {
    return new ReadingProblem(
        Rule.SYNTAX,
        Positions.after(chunk.text().substring(0, index), chunk.line()),
        "the character `U+%04X` is not allowed in YAML".formatted(character),
        Character.getType(character) == Character.SURROGATE
            ? "Write the whole character instead of one half of a surrogate pair"
            : "Remove the character, or write an escape in double quotes, such as `\"\\u%04X\"`"
                .formatted(character));
  }
}
