package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.remedy.Action.Named;
import io.egressalias.remedy.Remedy.Alternative;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Does in a document what a remedy says, and nothing else.
 *
 * @param root the part of the document that paths from the root begin in
 * @param path of the finding
 * @param known whether the key that a path ends with is a field there; a key without a place is put
 *     into the nearest map around the finding that has such a field
 */
record Editor(List<Step> root, List<Step> path, BiPredicate<Tree, List<Step>> known) {
  private static final Set<String> KEYS =
      Set.of("key", "field", "label", "annotation", "option", "value", "item", "address", "entry");

  /** Returns what becomes of a document, in each way to understand it; empty: it cannot be done. */
  List<Tree> apply(Tree document, Alternative alternative) {
    List<Tree> results = List.of(document);
    for (Action action : alternative.done()) {
      List<Tree> next = new ArrayList<>();
      for (Tree result : results) {
        next.addAll(apply(result, action));
      }
      results = next;
    }
    return results;
  }

  private List<Tree> apply(Tree document, Action action) {
    return switch (action.verb()) {
      case "remove" -> some(remove(document, action));
      case "write", "add", "declare", "set", "use" -> some(write(document, action));
      case "rename" -> some(rename(document, action));
      case "replace", "change" -> some(replace(document, action));
      case "move" -> some(move(document, action));
      case "keep" -> keep(document, action);
      default -> List.of();
    };
  }

  private static List<Tree> some(@Nullable Tree tree) {
    return tree == null ? List.of() : List.of(tree);
  }

  private @Nullable Tree remove(Tree document, Action action) {
    List<String> names = action.objects();
    if (names.isEmpty()) {
      List<Step> place = named(action);
      return place == null ? null : Change.remove(document, place);
    }
    Tree result = document;
    for (String name : names) {
      List<Step> place = find(result, Typed.key(name));
      Tree next = place == null ? null : Change.remove(result, place);
      if (next == null) {
        return null;
      }
      result = next;
    }
    return result;
  }

  /** The port, the alias or what else around the finding is named by a word. */
  private @Nullable List<Step> named(Action action) {
    if (action.has("port") || action.has("ports")) {
      return item("ports");
    }
    if (action.has("alias") || action.has("aliases")) {
      return item("aliases");
    }
    return action.words().stream().anyMatch(word -> word.isOneOf(KEYS)) ? path : null;
  }

  /** Returns the path of the item of a list around the finding; null: there is none. */
  private @Nullable List<Step> item(String list) {
    for (int i = path.size() - 1; i > 0; i--) {
      if (path.get(i) instanceof Step.Index && path.get(i - 1).equals(new Step.Key(list))) {
        return path.subList(0, i + 1);
      }
    }
    return null;
  }

  /** Returns the nearest path around the finding that ends with a name; null: there is none. */
  private @Nullable List<Step> find(Tree document, String name) {
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

  private static List<Step> plus(List<Step> path, String key) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(new Step.Key(key));
    return longer;
  }

  private @Nullable Tree write(Tree document, Action action) {
    List<Named> objects = action.named();
    Tree result = objects.isEmpty() ? null : document;
    for (String name : action.replaced()) {
      List<Step> place = result == null ? null : find(result, name);
      result = result == null || place == null ? null : Change.remove(result, place);
    }
    for (Named object : objects) {
      result = result == null ? null : type(result, object);
    }
    return result;
  }

  private @Nullable Tree type(Tree document, Named object) {
    List<Entry> entries = Typed.entries(object.text());
    if (entries.isEmpty()) {
      return put(document, Typed.value(object.text()));
    }
    Tree result = document;
    for (Entry entry : entries) {
      List<Step> place =
          object.place().isEmpty() ? place(result, entry) : placeIn(result, entry, object.place());
      Tree next = place == null ? null : Change.set(result, place, entry.value());
      if (next == null) {
        return null;
      }
      result = next;
    }
    return result;
  }

  /** Puts a value where the finding is, or an item behind those of the list there. */
  private @Nullable Tree put(Tree document, Tree value) {
    Tree present = Change.at(document, path);
    if (value instanceof Sequence more && !more.flow() && present instanceof Sequence list) {
      List<Tree> items = new ArrayList<>(list.items());
      items.addAll(more.items());
      return Change.set(document, path, Trees.sequence(items));
    }
    return Change.set(document, path, value);
  }

  /** Returns the nearest place around the finding where a key is a field; null: there is none. */
  private @Nullable List<Step> place(Tree document, Entry entry) {
    String key = entry.key().text();
    if (Typed.isFromTheRoot(key)) {
      return fromTheRoot(key);
    }
    for (int i = path.size(); i >= root.size(); i--) {
      List<Step> holder = path.subList(0, i);
      List<Step> place = plus(holder, key);
      if (Change.at(document, holder) instanceof Mapping) {
        Tree result = Change.set(document, place, entry.value());
        if (result != null && known.test(result, place)) {
          return place;
        }
      }
    }
    return null;
  }

  /** Returns the place of a key in a map that is named, and need not be there yet. */
  private @Nullable List<Step> placeIn(Tree document, Entry entry, String map) {
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

  /** Moves a key with its value into another map. */
  private @Nullable Tree move(Tree document, Action action) {
    List<String> moved = action.before().codes();
    List<String> maps = action.after().codes();
    if (moved.size() != 1 || maps.size() != 1) {
      return null;
    }
    List<Step> from = find(document, moved.get(0));
    Tree value = from == null ? null : Change.at(document, from);
    Tree without = value == null ? null : Change.remove(document, from);
    if (without == null) {
      return null;
    }
    Entry entry = new Entry(Trees.string(moved.get(0)), value);
    List<Step> place = placeIn(without, entry, maps.get(0));
    return place == null ? null : Change.set(without, place, value);
  }

  private @Nullable Tree rename(Tree document, Action action) {
    List<String> names = action.after().objects();
    if (names.size() != 1) {
      return null;
    }
    String name = Typed.key(names.get(0));
    boolean ofKey =
        path.get(path.size() - 1) instanceof Step.Key key
            && (action.before().codes().contains(key.key())
                || action.before().words().stream().anyMatch(word -> word.isOneOf(KEYS)));
    if (ofKey) {
      return Change.renameKey(document, path, name);
    }
    if (Change.at(document, path) instanceof Scalar) {
      return Change.set(document, path, Trees.string(name));
    }
    List<Step> place = named(action);
    return place == null ? null : Change.set(document, plus(place, "name"), Trees.string(name));
  }

  private @Nullable Tree replace(Tree document, Action action) {
    List<String> old = action.before().codes();
    List<String> typed = action.after().objects();
    if (typed.isEmpty()) {
      return null;
    }
    if (!Typed.entries(typed.get(0)).isEmpty()) {
      Tree without = old.isEmpty() ? document : remove(document, action.before());
      return without == null ? null : write(without, action.after());
    }
    if (typed.size() == 1
        && old.size() == 1
        && Change.at(document, path) instanceof Scalar scalar
        && scalar.text().contains(old.get(0))) {
      String text = scalar.text().replace(old.get(0), typed.get(0));
      return Change.set(document, path, Typed.value(text));
    }
    return write(document, action.after());
  }

  /** Keeps each of what is named, in one result for each; without a name, one of two. */
  private List<Tree> keep(Tree document, Action action) {
    List<String> names = action.codes().stream().map(Typed::key).distinct().toList();
    if (names.size() > 1) {
      List<Tree> results = new ArrayList<>();
      for (String kept : names) {
        results.addAll(some(without(document, names, kept)));
      }
      return results.size() == names.size() ? results : List.of();
    }
    if (names.size() == 1 && !action.has("one")) {
      return List.of(document);
    }
    Tree first = Change.removeFirst(document, path);
    Tree last = Change.remove(document, path);
    return first == null || last == null ? List.of() : List.of(first, last);
  }

  private @Nullable Tree without(Tree document, List<String> names, String kept) {
    Tree result = document;
    for (String name : names) {
      List<Step> place = find(result, name);
      if (place != null && !name.equals(kept)) {
        Tree next = Change.remove(result, place);
        if (next == null) {
          return null;
        }
        result = next;
      }
    }
    return result;
  }
}
