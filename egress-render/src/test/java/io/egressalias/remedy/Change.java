package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trees with one thing changed. */
final class Change {
  private Change() {}

  /** Returns the value at a path; null: there is none. */
  static @Nullable Tree at(Tree tree, List<Step> path) {
    Tree here = tree;
    for (Step step : path) {
      Tree next = below(here, step);
      if (next == null) {
        return null;
      }
      here = next;
    }
    return here;
  }

  private static @Nullable Tree below(Tree tree, Step step) {
    if (step instanceof Step.Key key && tree instanceof Mapping mapping) {
      return mapping.value(key.key());
    }
    return step instanceof Step.Index index && has(tree, index) ? item(tree, index) : null;
  }

  private static boolean has(Tree tree, Step.Index index) {
    return tree instanceof Sequence list && index.index() < list.items().size();
  }

  private static Tree item(Tree list, Step.Index index) {
    return ((Sequence) list).items().get(index.index());
  }

  /** Puts a value at a path; the last key of the path, and maps on the way, may be new. */
  static @Nullable Tree set(@Nullable Tree tree, List<Step> path, Tree value) {
    if (path.isEmpty()) {
      return value;
    }
    List<Step> rest = path.subList(1, path.size());
    if (path.get(0) instanceof Step.Key key && (tree == null || tree instanceof Mapping)) {
      Mapping mapping = tree instanceof Mapping present ? present : Mapping.empty();
      Tree inner = set(mapping.value(key.key()), rest, value);
      return inner == null ? null : with(mapping, key.key(), inner);
    }
    if (path.get(0) instanceof Step.Index index && tree instanceof Sequence list) {
      Tree inner = has(list, index) ? set(item(list, index), rest, value) : null;
      return inner == null ? null : with(list, index.index(), inner);
    }
    return null;
  }

  private static Mapping with(Mapping mapping, String key, Tree value) {
    List<Entry> entries = new ArrayList<>(mapping.entries());
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().text().equals(key)) {
        entries.set(i, new Entry(entries.get(i).key(), value));
        return Trees.mapping(entries);
      }
    }
    entries.add(new Entry(Trees.string(key), value));
    return Trees.mapping(entries);
  }

  private static Sequence with(Sequence list, int index, Tree value) {
    List<Tree> items = new ArrayList<>(list.items());
    items.set(index, value);
    return Trees.sequence(items);
  }

  /** Takes out the key or the item that a path ends with; of a key that is there twice the last. */
  static @Nullable Tree remove(Tree tree, List<Step> path) {
    return remove(tree, path, false);
  }

  /** Takes out the first of a key that is there twice. */
  static @Nullable Tree removeFirst(Tree tree, List<Step> path) {
    return remove(tree, path, true);
  }

  private static @Nullable Tree remove(Tree tree, List<Step> path, boolean first) {
    if (path.isEmpty()) {
      return null;
    }
    List<Step> holder = path.subList(0, path.size() - 1);
    Step last = path.get(path.size() - 1);
    Tree around = at(tree, holder);
    if (last instanceof Step.Key key && around instanceof Mapping mapping) {
      List<Entry> entries = new ArrayList<>(mapping.entries());
      List<Entry> same = entries.stream().filter(e -> e.key().text().equals(key.key())).toList();
      return !same.isEmpty() && entries.remove(same.get(first ? 0 : same.size() - 1))
          ? set(tree, holder, Trees.mapping(entries))
          : null;
    }
    if (last instanceof Step.Index index && around instanceof Sequence list && has(list, index)) {
      List<Tree> items = new ArrayList<>(list.items());
      items.remove(index.index());
      return set(tree, holder, Trees.sequence(items));
    }
    return null;
  }

  /** Gives the key that a path ends with another name. */
  static @Nullable Tree renameKey(Tree tree, List<Step> path, String name) {
    List<Step> holder = path.subList(0, path.size() - 1);
    if (path.get(path.size() - 1) instanceof Step.Key key
        && at(tree, holder) instanceof Mapping mapping
        && mapping.entry(key.key()) != null) {
      List<Entry> entries = new ArrayList<>();
      for (Entry entry : mapping.entries()) {
        boolean renamed = entry.key().text().equals(key.key());
        entries.add(renamed ? new Entry(Trees.string(name), entry.value()) : entry);
      }
      return set(tree, holder, Trees.mapping(entries));
    }
    return null;
  }
}
