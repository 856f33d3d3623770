package io.egressalias.internal.text;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a text, with the place of each part. */
public sealed interface Tree {

  /** Returns the part of the text with the value. */
  Place place();

  /** Returns the start of the value. */
  default Position position() {
    return place().position();
  }

  /**
   * A position in a text.
   *
   * @param line from 1, in the file
   * @param column from 1, in characters
   */
  record Position(int line, int column) {}

  /**
   * A part of a text.
   *
   * @param position the start
   * @param start the offset of the start
   * @param end the offset of the next token; for a block it may be several lines after its last
   *     value
   */
  record Place(Position position, int start, int end) {}

  /**
   * A map with its entries in their order. A key may be repeated; this is a finding, not an
   * exception.
   */
  final class Mapping implements Tree {
    /** In a map with no more entries a key is found by looking at all. */
    private static final int FEW = 16;

    private final Place place;
    private final boolean flow;
    private final List<Entry> entries;

    /** The first entry of each key, once there are many and one is asked for. */
    private @Nullable Map<String, Entry> index;

    /** Makes a map. */
    public Mapping(Place place, boolean flow, List<Entry> entries) {
      this.place = place;
      this.flow = flow;
      this.entries = entries;
    }

    /** Returns a map without entries and without a place in a text. */
    public static Mapping empty() {
      return new Mapping(new Place(new Position(1, 1), 0, 0), true, List.of());
    }

    @Override
    public Place place() {
      return place;
    }

    /** Returns whether it is in flow style, as in JSON. */
    public boolean flow() {
      return flow;
    }

    /** Returns the entries. */
    public List<Entry> entries() {
      return entries;
    }

    /** Returns the first entry with a key; null: none. */
    public @Nullable Entry entry(String key) {
      if (entries.size() > FEW) {
        return index().get(key);
      }
      for (Entry entry : entries) {
        if (entry.key().text().equals(key)) {
          return entry;
        }
      }
      return null;
    }

    private Map<String, Entry> index() {
      if (index == null) {
        Map<String, Entry> made = new HashMap<>();
        for (Entry entry : entries) {
          made.putIfAbsent(entry.key().text(), entry);
        }
        index = made;
      }
      return index;
    }

    /** Returns whether two entries have the same key. */
    public boolean repeatsKey() {
      if (entries.size() > FEW) {
        return index().size() < entries.size();
      }
      for (int i = 1; i < entries.size(); i++) {
        for (int before = 0; before < i; before++) {
          if (entries.get(i).key().text().equals(entries.get(before).key().text())) {
            return true;
          }
        }
      }
      return false;
    }

    /** Returns the first value of a key; null: none. */
    public @Nullable Tree value(String key) {
      Entry entry = entry(key);
      return entry == null ? null : entry.value();
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Tree value) {}

  /**
   * A list with its items in their order.
   *
   * @param flow whether it is in flow style, as in JSON
   * @param dash the column of its first dash, or of its bracket, from 0; an anchor or a tag of the
   *     list comes before it
   */
  record Sequence(Place place, boolean flow, int dash, List<Tree> items) implements Tree {}

  /**
   * A scalar.
   *
   * @param plain whether it has no quotes and no tag, so that its text determines its type
   */
  record Scalar(Place place, String text, boolean plain) implements Tree {

    /** Returns whether it is null. */
    public boolean isNull() {
      return plain && PlainScalars.isNull(text);
    }

    /** Returns whether it is a string. */
    public boolean isString() {
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

  /** Returns whether it is a map or a list in block style. */
  default boolean isBlock() {
    return (this instanceof Mapping mapping && !mapping.flow())
        || (this instanceof Sequence sequence && !sequence.flow());
  }

  /** Returns this value at the place of a YAML alias; a block keeps its own place. */
  default Tree repeatedAt(Place alias) {
    if (this instanceof Mapping mapping) {
      return new Mapping(alias, true, mapping.entries());
    }
    return this instanceof Sequence sequence
        ? new Sequence(alias, true, sequence.dash(), sequence.items())
        : new Scalar(alias, ((Scalar) this).text(), ((Scalar) this).plain());
  }

  /** Returns the value at one step of a path; null: none. */
  default @Nullable Tree below(Step step) {
    if (this instanceof Mapping mapping && step instanceof Step.Key key) {
      return mapping.value(key.key());
    }
    return this instanceof Sequence sequence
            && step instanceof Step.Index index
            && index.index() < sequence.items().size()
        ? sequence.items().get(index.index())
        : null;
  }

  /** Returns the value at a path of keys; null: none. */
  default @Nullable Tree at(String... path) {
    Tree here = this;
    for (String key : path) {
      Tree next = here instanceof Mapping mapping ? mapping.value(key) : null;
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }

  /** Returns the text of the scalar at a path of keys; empty: none. */
  default String textAt(String... path) {
    return at(path) instanceof Scalar scalar ? scalar.text() : "";
  }

  /** Returns the items of the list at a path of keys; empty: none. */
  default List<Tree> itemsAt(String... path) {
    return at(path) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  /** Returns a description for a message: {@code a list}, {@code the number `80`}. */
  default String found() {
    if (this instanceof Mapping) {
      return "a map";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    Scalar scalar = (Scalar) this;
    return scalar.isNull()
        ? "nothing"
        : scalar.kind() + " `" + Quoted.shortened(scalar.text()) + "`";
  }
}
