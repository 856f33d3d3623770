package io.egressalias.yaml;

import io.egressalias.diagnostic.Printable;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON for people: two spaces of indent, the same line ends on every system. */
public final class PrettyJson {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter()
                  .withSeparators(
                      PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(
                          Separators.Spacing.AFTER))
                  .withObjectIndenter(INDENTER)
                  .withArrayIndenter(INDENTER))
          .build()
          .writerWithDefaultPrettyPrinter();

  private PrettyJson() {}

  /** Returns a tree as text, with a newline at the end. */
  public static String write(JsonNode tree) {
    return Printable.json(WRITER.writeValueAsString(tree)) + "\n";
  }
}
