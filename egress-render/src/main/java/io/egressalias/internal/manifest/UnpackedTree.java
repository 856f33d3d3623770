package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of {@link PackedTrees}. */
final class UnpackedTree {
  private final byte[] bytes;
  private final List<String> keys;
  private final @Nullable String[] texts;
  private int at;
  private int line;

  /**
   * Starts at the first byte.
   *
   * @param keys the shared keys
   * @param texts some of the texts that were read before, by their hash
   */
  UnpackedTree(byte[] bytes, List<String> keys, @Nullable String[] texts) {
    this.bytes = bytes;
    this.keys = keys;
    this.texts = texts;
  }

  Tree value() {
    int kind = number();
    Place place = place();
    return switch (kind) {
      case PackedTrees.MAP, PackedTrees.FLOW_MAP -> map(place, kind == PackedTrees.FLOW_MAP);
      case PackedTrees.LIST, PackedTrees.FLOW_LIST -> list(place, kind == PackedTrees.FLOW_LIST);
      default -> new Scalar(place, text(), kind == PackedTrees.PLAIN);
    };
  }

  private Mapping map(Place place, boolean flow) {
    int size = number();
    List<Entry> entries = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      entries.add(new Entry(key(), value()));
    }
    return new Mapping(place, flow, entries);
  }

  private Scalar key() {
    boolean plain = number() == PackedTrees.PLAIN;
    Place place = place();
    int shared = number();
    return new Scalar(place, shared == 0 ? text() : keys.get(shared - 1), plain);
  }

  private Sequence list(Place place, boolean flow) {
    int dash = number();
    int size = number();
    List<Tree> items = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      items.add(value());
    }
    return new Sequence(place, flow, dash, items);
  }

  private Place place() {
    int down = number();
    line += (down >>> 1) ^ -(down & 1);
    return new Place(new Position(line, number()), 0, 0);
  }

  private String text() {
    int number = number();
    int size = number >>> 1;
    if ((number & 1) != 0) {
      return wide(size);
    }
    String text = recent(size);
    at += size;
    return text;
  }

  /** Most texts, such as a kind or a namespace, are those of many objects, and share one string. */
  private String recent(int size) {
    int hash = size;
    for (int i = 0; i < size; i++) {
      hash = 31 * hash + bytes[at + i];
    }
    int slot = (hash ^ hash >>> 16) & texts.length - 1;
    String known = texts[slot];
    if (known == null || !isNext(known, size)) {
      known = new String(bytes, at, size, StandardCharsets.ISO_8859_1);
      texts[slot] = known;
    }
    return known;
  }

  private boolean isNext(String text, int size) {
    if (text.length() != size) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (text.charAt(i) != (bytes[at + i] & 0xFF)) {
        return false;
      }
    }
    return true;
  }

  /** No decoder is used: a text may have half of a surrogate pair. */
  private String wide(int size) {
    char[] text = new char[size];
    for (int i = 0; i < size; i++) {
      text[i] = (char) ((bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF));
      at += 2;
    }
    return new String(text);
  }

  private int number() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      number |= (next & 0x7F) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
