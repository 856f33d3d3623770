package io.egressalias.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RuleTextTest {
  private static final String TEXT =
      """
      # `port` must be a number

      ## Why

      The first sentence. The second
      sentence.

      ## What to do

      Write `port: 80`.

      ## Reference

      - <https://example.com/a>
      - <https://example.com/b>
      """;

  @Test
  void textInTheLayoutIsParsed() {
    assertEquals(
        new RuleText(
            "`port` must be a number",
            "The first sentence. The second sentence.",
            "Write `port: 80`.",
            List.of("https://example.com/a", "https://example.com/b")),
        RuleText.parse(TEXT));
  }

  @ParameterizedTest
  @CsvSource({
    "'# `port`', '`port`'",
    "'# `port`', '## `port`'",
    "'# `port`', '#  `port`'",
    "'must be', 'must\\n be'",
    "'## Why', '## Reason'",
    "'## Why\\n\\n', ''",
    "'## Why\\n\\n', '## Why\\n'",
    "'The first', '- The first'",
    "'The first', '## The first'",
    "'The second\\n', 'The second\\n\\n'",
    "'The second\\n', 'The second \\n'",
    "'sentence.\\n', '\\n'",
    "'## What to do', '## Remedy'",
    "'Write `port: 80`.', ''",
    "'Write `port: 80`.', '```'",
    "'## Reference', '## References'",
    "'- <https://example.com/a>', 'https://example.com/a'",
    "'- <https://example.com/a>', '- <http://example.com/a>'",
    "'- <https://example.com/a>', '- <https://example.com/a'",
    "'- <https://example.com/a>\\n- <https://example.com/b>\\n', ''",
    "'b>\\n', 'b>'",
    "'b>\\n', 'b>\\n\\nMore.\\n'",
  })
  void textInAnotherLayoutIsRefused(String part, String other) {
    String changed = TEXT.replace(part.replace("\\n", "\n"), other.replace("\\n", "\n"));
    assertThrows(IllegalStateException.class, () -> RuleText.parse(changed));
  }
}
