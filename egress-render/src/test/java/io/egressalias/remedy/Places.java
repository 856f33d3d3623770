package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document is what a remedy names.
 *
 * @param root the part of the document that paths from the root begin in
 * @param path of the finding
 * @param known whether the key that a path ends with is a field there
 */
record Places(List<Step> root, List<Step> path, BiPredicate<Tree, List<Step>> known) {
  static final Set<String> KEYS =
      Set.of("key", "field", "label", "annotation", "option", "value", "item", "address", "entry");

  /** The port, the alias or what else around the finding is named by a word. */
  @Nullable List<Step> named(Action action) {
    if (action.has("port") || action.has("ports")) {
      return item("ports");
    }
    if (action.has("alias") || action.has("aliases")) {
      return item("aliases");
    }
    if (action.has("object") || action.has("package")) {
      return root;
    }
    return action.words().stream().anyMatch(word -> word.isOneOf(KEYS)) ? path : null;
  }

  /** Returns the path of the item of a list around the finding; null: there is none. */
  @Nullable List<Step> item(String list) {
    for (int i = path.size() - 1; i > 0; i--) {
      if (path.get(i) instanceof Step.Index && path.get(i - 1).equals(new Step.Key(list))) {
        return path.subList(0, i + 1);
      }
    }
    return null;
  }

  /** Returns the nearest path around the finding that ends with a name; null: there is none. */
  @Nullable List<Step> find(Tree document, String name) {
    if (!path.isEmpty()
        && path.get(path.size() - 1).equals(new Step.Key(name))
        && Change.at(document, path) != null) {
      return path;
    }
    if (Typed.isFromTheRoot(name)) {
      List<Step> place = fromTheRoot(name);
      return Change.at(document, place) == null ? null : place;
    }
    if (Change.at(document, path) instanceof Scalar scalar && scalar.text().equals(name)) {
      return path;
    }
    for (int i = path.size(); i >= root.size(); i--) {
      List<Step> place = plus(path.subList(0, i), name);
      if (Change.at(document, place) != null) {
        return place;
      }
      List<Step> item = new ArrayList<>(path.subList(0, i));
      item.addAll(Typed.path(name));
      if (name.endsWith("]") && Change.at(document, item) != null) {
        return item;
      }
    }
    return null;
  }

  private List<Step> fromTheRoot(String name) {
    List<Step> place = new ArrayList<>(root);
    place.addAll(Typed.path(name));
    return place;
  }

  static List<Step> plus(List<Step> path, String key) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(new Step.Key(key));
    return longer;
  }

  /**
   * Returns the nearest place around the finding where a key is a field, or else the nearest map
   * that takes every key; null: there is none.
   */
  @Nullable List<Step> place(Tree document, Entry entry) {
    String key = entry.key().text();
    if (Typed.isFromTheRoot(key)) {
      return fromTheRoot(key);
    }
    List<Step> open = null;
    for (int i = path.size(); i >= root.size(); i--) {
      List<Step> holder = path.subList(0, i);
      if (Change.at(document, holder) instanceof Mapping && isKnown(document, holder, key)) {
        if (!isKnown(document, holder, "no field is called so")) {
          return plus(holder, key);
        }
        open = open == null ? plus(holder, key) : open;
      }
    }
    return open;
  }

  private boolean isKnown(Tree document, List<Step> holder, String key) {
    List<Step> place = plus(holder, key);
    Tree result = Change.set(document, place, Trees.string(""));
    return result != null && known.test(result, place);
  }

  /** Returns the place of a key in a map that is named, and need not be there yet. */
  @Nullable List<Step> placeIn(Tree document, Entry entry, String map) {
    String key = entry.key().text();
    if (Typed.isFromTheRoot(map)) {
      return plus(fromTheRoot(map), key);
    }
    List<Step> holder = find(document, map);
    if (holder == null) {
      holder = place(document, new Entry(Trees.string(map), Trees.mapping(List.of(entry))));
    }
    return holder == null ? null : plus(holder, key);
  }
}
