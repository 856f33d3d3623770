package io.egressalias.krm;

import io.egressalias.text.PlainScalars;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value in a text, and where it stands. */
sealed interface Node {

  Place place();

  /** Returns whether it is a map or a list without brackets. */
  default boolean isBlock() {
    return (this instanceof Mapping mapping && !mapping.flow())
        || (this instanceof Sequence sequence && !sequence.flow());
  }

  /** Returns it as an alias repeats it, which is no block, whatever it repeats. */
  default Node repeatedAt(Place alias) {
    if (this instanceof Mapping mapping) {
      return new Mapping(alias, true, mapping.entries());
    }
    return this instanceof Sequence sequence
        ? new Sequence(alias, true, sequence.dash(), sequence.items())
        : new Scalar(alias, ((Scalar) this).value(), ((Scalar) this).plain());
  }

  /**
   * A stretch of a text.
   *
   * @param start where it begins
   * @param end where what ends it begins; of a block that may be lines below its last value
   * @param line the line that it begins in, from 0
   * @param column the character of the line that it begins at, from 0
   */
  record Place(int start, int end, int line, int column) {}

  /**
   * A scalar.
   *
   * @param plain whether it stands without quotes
   */
  record Scalar(Place place, String value, boolean plain) implements Node {

    boolean isNull() {
      return plain && PlainScalars.isNull(value);
    }
  }

  /**
   * A map.
   *
   * @param flow whether it stands in brackets, as in JSON
   */
  record Mapping(Place place, boolean flow, List<Entry> entries) implements Node {

    @Nullable Entry entry(String key) {
      for (Entry entry : entries) {
        if (entry.key() instanceof Scalar scalar && scalar.value().equals(key)) {
          return entry;
        }
      }
      return null;
    }
  }

  /**
   * A list.
   *
   * @param flow whether it stands in brackets, as in JSON
   * @param dash the character of the line that its first dash, or its bracket, stands at, from 0;
   *     an anchor or a tag of the list stands before
   */
  record Sequence(Place place, boolean flow, int dash, List<Node> items) implements Node {}

  /** A key and its value. */
  record Entry(Node key, Node value) {}

  /** Returns the value of a key, of a key of that, and so on; null: there is none. */
  default @Nullable Node at(String... path) {
    Node here = this;
    for (String key : path) {
      Entry entry = here instanceof Mapping mapping ? mapping.entry(key) : null;
      if (entry == null) {
        return null;
      }
      here = entry.value();
    }
    return here;
  }

  /** Returns the text of a scalar found as by {@link #at}; empty: there is none. */
  default String text(String... path) {
    return at(path) instanceof Scalar scalar ? scalar.value() : "";
  }

  /** Returns the items of a list found as by {@link #at}; none: there is no such list. */
  default List<Node> items(String... path) {
    return at(path) instanceof Sequence sequence ? sequence.items() : List.of();
  }
}
