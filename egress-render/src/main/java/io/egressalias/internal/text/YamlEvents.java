package io.egressalias.internal.text;

import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.ScannerException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The events of a YAML text. {@link EngineReader} sets the limits, not the parser.
 *
 * <p>Uses the parser directly, because the module of the library does not export the package of its
 * facade.
 */
public final class YamlEvents {
  private static final int USUAL_BUFFER = 1024;
  private static final int GREATEST_BUFFER = 1100;

  private static final LoadSettings USUAL = withBuffer(USUAL_BUFFER);

  private YamlEvents() {}

  /**
   * Returns the events, which are parsed one at a time.
   *
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException from the iterator, if the text
   *     is not valid YAML
   */
  public static Iterator<Event> of(String text) {
    LoadSettings settings = settings(text);
    return new Parsed(settings, new StreamReader(settings, text));
  }

  /**
   * The parser fails if the end of its buffer separates a surrogate pair, so the buffer gets a size
   * without this problem; in the worst case it holds the whole text.
   */
  private static LoadSettings settings(String text) {
    if (isWhole(text, USUAL_BUFFER)) {
      return USUAL;
    }
    for (int size = USUAL_BUFFER + 1; size < GREATEST_BUFFER; size++) {
      if (isWhole(text, size)) {
        return withBuffer(size);
      }
    }
    return withBuffer(text.length());
  }

  /** The parser reads one character more than its buffer size. */
  private static boolean isWhole(String text, int size) {
    for (int last = size; last < text.length(); last += size + 1) {
      if (Character.isHighSurrogate(text.charAt(last))) {
        return false;
      }
    }
    return true;
  }

  private static LoadSettings withBuffer(int size) {
    return LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setBufferSize(size).build();
  }

  /**
   * Converts other exceptions of the scanner: it throws them if the number of an escape is not a
   * code point, as in {@code "\\U90000000"}, or is cut off by the end of the text.
   */
  private static final class Parsed implements Iterator<Event> {
    private final StreamReader reader;
    private final ParserImpl parser;

    Parsed(LoadSettings settings, StreamReader reader) {
      this.reader = reader;
      this.parser = new ParserImpl(settings, reader);
    }

    @Override
    public boolean hasNext() {
      try {
        return parser.hasNext();
      } catch (NumberFormatException e) {
        throw noEscape();
      }
    }

    @Override
    public Event next() {
      try {
        return parser.next();
      } catch (NumberFormatException e) {
        throw noEscape();
      }
    }

    private ScannerException noEscape() {
      return new ScannerException(
          "while scanning a double-quoted scalar",
          Optional.empty(),
          "found unknown escape character",
          reader.getMark());
    }
  }
}
