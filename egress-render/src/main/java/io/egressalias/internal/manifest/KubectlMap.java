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
 * The entries of a map as kubectl reads them: the last of repeated keys counts, and {@code <<}
 * merges other maps.
 */
final class KubectlMap {
  private static final String MERGE = "<<";

  /** A map that merges maps that merge maps is cut off here; a document ends before. */
  private static final int DEPTH = 64;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Scalar> repeated = new ArrayList<>();

  private KubectlMap() {}

  static KubectlMap of(Mapping mapping) {
    KubectlMap map = new KubectlMap();
    map.add(mapping, true, 0);
    return map;
  }

  /** Returns the entries, each key once. */
  List<Entry> entries() {
    return entries;
  }

  /** Returns the keys that are repeated in the text, at the place that counts. */
  List<Scalar> repeated() {
    return repeated;
  }

  /** Returns the value of a key in a map as kubectl reads it; null: none. */
  static @Nullable Tree value(Tree tree, String key) {
    if (!(tree instanceof Mapping mapping)) {
      return null;
    }
    Tree last = null;
    boolean merges = false;
    for (Entry entry : mapping.entries()) {
      if (entry.key().text().equals(key)) {
        last = entry.value();
      }
      merges |= isMerge(entry);
    }
    if (!merges) {
      return last;
    }
    for (Entry entry : of(mapping).entries()) {
      if (entry.key().text().equals(key)) {
        return entry.value();
      }
    }
    return null;
  }

  /** Returns the text of a scalar in a map as kubectl reads it; empty: none. */
  static String text(Tree tree, String key) {
    return value(tree, key) instanceof Scalar scalar ? scalar.text() : "";
  }

  private void add(Mapping mapping, boolean written, int depth) {
    Map<String, Entry> own = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      if (isMerge(entry)) {
        merge(entry.value(), depth);
      } else {
        Scalar key = key(entry.key());
        if (own.put(key.text(), entry) != null && written) {
          repeated.add(entry.key());
        }
        put(new Entry(key, entry.value()));
      }
    }
  }

  private static boolean isMerge(Entry entry) {
    return entry.key().plain() && entry.key().text().equals(MERGE);
  }

  /** Of several maps the first one counts. */
  private void merge(Tree value, int depth) {
    if (depth > DEPTH) {
      return;
    }
    if (value instanceof Mapping mapping) {
      add(mapping, false, depth + 1);
    } else if (value instanceof Sequence list) {
      for (int i = list.items().size() - 1; i >= 0; i--) {
        if (list.items().get(i) instanceof Mapping mapping) {
          add(mapping, false, depth + 1);
        }
      }
    }
  }

  private static Scalar key(Scalar key) {
    String text = KubectlScalar.of(key).text();
    return text.equals(key.text()) ? key : new Scalar(key.place(), text, false);
  }

  private void put(Entry entry) {
    Integer place = places.putIfAbsent(entry.key().text(), entries.size());
    if (place == null) {
      entries.add(entry);
    } else {
      entries.set(place, entry);
    }
  }
}
