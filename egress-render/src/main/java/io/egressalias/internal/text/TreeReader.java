package io.egressalias.internal.text;

import org.jspecify.annotations.Nullable;

/**
 * Reads a YAML text into trees, one document at a time. Documents in the usual form are read
 * without the parser, which takes several times as long; the parser reads the text from the first
 * other document on, and makes all exceptions.
 */
public final class TreeReader {
  private final String text;
  private final int firstLine;
  private final Dialect dialect;
  private final UsualReader usual;

  /** The reader of the rest; null: all documents so far are in the usual form. */
  private @Nullable EngineReader engine;

  /** The number of documents that were read without the parser. */
  private int documents;

  /**
   * Creates a reader of a text.
   *
   * @param firstLine the line of the file in which the text starts, from 1
   */
  public TreeReader(String text, int firstLine, Dialect dialect) {
    this.text = text;
    this.firstLine = firstLine;
    this.dialect = dialect;
    this.usual = new UsualReader(text, firstLine, dialect);
  }

  /**
   * Returns the next document; null: none.
   *
   * @throws Unreadable if the text exceeds a limit, or has a construct that its kind of text does
   *     not allow
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is not valid YAML
   */
  public @Nullable Tree next() throws Unreadable {
    if (engine == null) {
      try {
        Tree tree = usual.next();
        documents++;
        return tree;
      } catch (Unusual e) {
        engine = afterTheFirst(documents);
      }
    }
    return engine.next();
  }

  private EngineReader afterTheFirst(int read) throws Unreadable {
    EngineReader all = new EngineReader(text, firstLine, dialect);
    for (int i = 0; i < read; i++) {
      all.next();
    }
    return all;
  }
}
