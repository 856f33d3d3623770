package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the trees of objects as bytes, which need less memory, and makes a tree again when it is
 * asked for. The trees of all objects of a large cluster do not fit into the usual heap.
 *
 * <p>The offsets of places are not kept: only comments need them, and they are read before.
 */
final class PackedTrees {
  static final int PLAIN = 1;
  static final int QUOTED = 2;
  static final int MAP = 3;
  static final int FLOW_MAP = 4;
  static final int LIST = 5;
  static final int FLOW_LIST = 6;

  /** The number of keys that are shared; the names of annotations may be all different. */
  private static final int MOST_KEYS = 1 << 12;

  /** The number of trees that are kept, because the rules ask for the same tree in turn. */
  private static final int RECENT = 64;

  /** The number of texts that are shared by the trees; a power of two. */
  private static final int TEXTS = 1 << 10;

  private final List<String> keys = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final @Nullable String[] texts = new String[TEXTS];
  private final @Nullable PackedTree[] recent = new PackedTree[RECENT];
  private final @Nullable Mapping[] recentTrees = new Mapping[RECENT];
  private final PackedBytes out = new PackedBytes();
  private int count;

  /** Returns the bytes of a tree. */
  PackedTree pack(Mapping tree) {
    out.clear();
    map(tree);
    return new PackedTree(this, count++ % RECENT, out.bytes());
  }

  /** Returns the tree of bytes. */
  Mapping tree(PackedTree packed) {
    int slot = packed.slot();
    Mapping known = recentTrees[slot];
    if (known != null && recent[slot] == packed) {
      return known;
    }
    Mapping tree = (Mapping) new UnpackedTree(packed.bytes(), keys, texts).value();
    recent[slot] = packed;
    recentTrees[slot] = tree;
    return tree;
  }

  private void value(Tree tree) {
    if (tree instanceof Mapping map) {
      map(map);
    } else if (tree instanceof Sequence list) {
      list(list);
    } else {
      Scalar scalar = (Scalar) tree;
      start(scalar.plain() ? PLAIN : QUOTED, scalar);
      out.text(scalar.text());
    }
  }

  private void start(int kind, Tree tree) {
    out.number(kind);
    out.position(tree.position());
  }

  private void map(Mapping map) {
    start(map.flow() ? FLOW_MAP : MAP, map);
    List<Entry> entries = map.entries();
    out.number(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      key(entries.get(i).key());
      value(entries.get(i).value());
    }
  }

  private void list(Sequence list) {
    start(list.flow() ? FLOW_LIST : LIST, list);
    out.number(list.dash());
    List<Tree> items = list.items();
    out.number(items.size());
    for (int i = 0; i < items.size(); i++) {
      value(items.get(i));
    }
  }

  /** A key that is not shared has the number 0, and its text. */
  private void key(Scalar key) {
    start(key.plain() ? PLAIN : QUOTED, key);
    Integer place = places.get(key.text());
    if (place == null && keys.size() < MOST_KEYS) {
      keys.add(key.text());
      place = keys.size();
      places.put(key.text(), place);
    }
    out.number(place == null ? 0 : place);
    if (place == null) {
      out.text(key.text());
    }
  }
}
