package io.egressalias.imports;

import io.egressalias.declaration.DeclarationWriter;
import io.egressalias.diagnostic.Printable;
import io.egressalias.model.EgressAliases;
import java.util.List;

/**
 * Writes a declaration with the notes of each alias as comments above it. The text is in the
 * canonical form of {@code egress fmt}.
 */
final class DeclarationText {
  /** The width of a text with comments. A longer word, such as a file name, is not split. */
  private static final int COLUMNS = 100;

  private static final String LIST = "  aliases:";

  /** The start of an alias. The lines of an alias have more blanks at their start. */
  private static final String ITEM = "  - ";

  private static final String COMMENT = "  #";

  private DeclarationText() {}

  /**
   * Returns a declaration as one document without a leading {@code ---}.
   *
   * @param name the {@code metadata.name}
   * @param aliases the aliases of the declaration, in its order
   */
  static String of(EgressAliases declaration, String name, List<ImportedAlias> aliases) {
    StringBuilder text = new StringBuilder();
    int next = -1;
    for (String line : DeclarationWriter.write(declaration, name).split("\n", -1)) {
      if (next >= 0 && line.startsWith(ITEM)) {
        comments(aliases.get(next), text);
        next++;
      } else if (line.equals(LIST)) {
        next = 0;
      }
      text.append(line).append('\n');
    }
    // The last line is empty, because the document ends with a line end.
    text.setLength(text.length() - 1);
    return text.toString();
  }

  private static void comments(ImportedAlias alias, StringBuilder text) {
    for (String note : alias.notes()) {
      if (!note.isBlank()) {
        comment(Printable.line(note.strip()), text);
      }
    }
  }

  private static void comment(String note, StringBuilder text) {
    int column = COLUMNS;
    boolean started = false;
    for (String word : note.split("[ \t]+", -1)) {
      if (column + 1 + word.length() > COLUMNS && column > COMMENT.length()) {
        text.append(started ? "\n" : "").append(COMMENT);
        started = true;
        column = COMMENT.length();
      }
      text.append(' ').append(word);
      column += 1 + word.length();
    }
    text.append('\n');
  }
}
