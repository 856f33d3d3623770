package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON documents, which may follow one another without a separator. */
public final class JsonTrees {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonParser parser;
  private final Lines lines;
  private final int offset;

  private JsonTrees(JsonParser parser, Lines lines, int offset) {
    this.parser = parser;
    this.lines = lines;
    this.offset = offset;
  }

  /**
   * Reads all documents of a text.
   *
   * @param offset the number of characters to skip
   * @param firstLine the line of the file in which the text starts, from 1
   * @throws JacksonException if the text is not JSON; a document before the mistake is lost
   */
  public static List<Tree> read(String text, int offset, int firstLine) {
    return read(text, offset, new Position(firstLine, 1));
  }

  /**
   * Reads all documents of a part of a text.
   *
   * @param offset the number of characters to skip
   * @param first the position in the file at which the part starts
   * @throws JacksonException if the text is not JSON; a document before the mistake is lost
   */
  public static List<Tree> read(String text, int offset, Position first) {
    List<Tree> trees = new ArrayList<>();
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), text.substring(offset))) {
      JsonTrees reader = new JsonTrees(parser, new Lines(text, first), offset);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        trees.add(reader.value(token));
      }
    }
    return trees;
  }

  private Tree value(JsonToken token) {
    int start = start();
    Position position = lines.position(start);
    if (token == JsonToken.START_OBJECT) {
      List<Entry> entries = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        int key = start();
        Place place = new Place(lines.position(key), key, end());
        Scalar name = new Scalar(place, parser.currentName(), false);
        entries.add(new Entry(name, value(parser.nextToken())));
      }
      return new Mapping(new Place(position, start, end()), true, entries);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Tree> items = new ArrayList<>();
      for (JsonToken next = parser.nextToken();
          next != JsonToken.END_ARRAY;
          next = parser.nextToken()) {
        items.add(value(next));
      }
      return new Sequence(new Place(position, start, end()), true, position.column() - 1, items);
    }
    String text = parser.getString();
    boolean plain = token != JsonToken.VALUE_STRING;
    return new Scalar(new Place(position, start, end()), text, plain);
  }

  private int start() {
    return offset + (int) parser.currentTokenLocation().getCharOffset();
  }

  private int end() {
    return offset + (int) parser.currentLocation().getCharOffset();
  }

  /** Counts lines and characters up to offsets that only grow. */
  private static final class Lines {
    private final String text;
    private int line;
    private int lineStart;

    /** The number of characters that the first line has before the text. */
    private int before;

    private int counted;

    Lines(String text, Position first) {
      this.text = text;
      this.line = first.line();
      this.before = first.column() - 1;
    }

    Position position(int offset) {
      for (; counted < offset; counted++) {
        char c = text.charAt(counted);
        if (c == '\n' || (c == '\r' && !text.startsWith("\n", counted + 1))) {
          line++;
          before = 0;
          lineStart = counted + 1;
        }
      }
      return new Position(line, before + text.codePointCount(lineStart, offset) + 1);
    }
  }
}
