package io.egressalias.declaration;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.text.PlainScalars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says, with the place of everything in it. */
sealed interface Tree {

  Position position();

  /**
   * Where something begins.
   *
   * @param line from 1, in the file
   * @param column from 1, in characters
   */
  record Position(int line, int column) {}

  /** Keys and values in their order. A key may stand twice: that is a finding, not an exception. */
  record Mapping(Position position, List<Entry> entries) implements Tree {

    /** Returns the first entry of a key; null: none. */
    @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    /** Returns the first value of a key; null: none. */
    @Nullable Tree value(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Tree value) {}

  /** Items in their order. */
  record Sequence(Position position, List<Tree> items) implements Tree {}

  /**
   * A scalar.
   *
   * @param plain whether it stands without quotes and tag, so that its text decides what it is
   */
  record Scalar(Position position, String text, boolean plain) implements Tree {

    boolean isNull() {
      return plain && PlainScalars.isNull(text);
    }

    boolean isString() {
      return !plain || PlainScalars.isString(text);
    }

    private String kind() {
      if (!plain) {
        return "the string";
      }
      if (PlainScalars.isBoolean(text)) {
        return "the boolean";
      }
      return PlainScalars.isNumber(text) ? "the number" : "the string";
    }
  }

  /** What it is, as a person says it, for a message: {@code the list}, {@code `80`}. */
  default String found() {
    if (this instanceof Mapping) {
      return "a map";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    Scalar scalar = (Scalar) this;
    if (scalar.isNull()) {
      return "nothing";
    }
    return scalar.kind() + " `" + Quoted.shortened(scalar.text()) + "`";
  }
}
