package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.remedy.Action.Named;
import io.egressalias.remedy.Remedy.Alternative;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Does in a document what a remedy says, and nothing else.
 *
 * @param path of the finding
 * @param places around the finding
 */
record Editor(List<Step> path, Places places) {

  Editor(Places places) {
    this(places.path(), places);
  }

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
    List<Tree> chosen = new ArrayList<>();
    for (String choice : action.choices()) {
      chosen.addAll(apply(document, action.choosing(choice)));
    }
    if (!chosen.isEmpty()) {
      return chosen;
    }
    return switch (action.verb()) {
      case "remove" -> some(remove(document, action));
      case "write", "add", "declare", "set", "use" -> some(write(document, action));
      case "rename" -> some(rename(document, action));
      case "replace", "change" -> some(replace(document, action));
      case "move" -> some(new Mover(places).move(document, action));
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
      List<Step> place = places.named(action);
      return place == null ? null : Change.remove(document, place);
    }
    Tree result = document;
    for (String name : names) {
      List<Step> place = places.find(result, Typed.key(name));
      Tree next = place == null ? null : Change.remove(result, place);
      if (next == null) {
        return null;
      }
      result = next;
    }
    return result;
  }

  private @Nullable Tree write(Tree document, Action action) {
    List<Named> objects = action.named();
    if (objects.size() == 1 && action.words().size() > 2 && action.words().get(1).is("key")) {
      return Change.renameKey(document, path, Typed.key(objects.get(0).text()));
    }
    Tree result = objects.isEmpty() ? null : document;
    for (String name : action.replaced()) {
      List<Step> place = result == null ? null : places.find(result, name);
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
          object.place().isEmpty()
              ? places.place(result, entry)
              : places.placeIn(result, entry, object.place());
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

  private @Nullable Tree rename(Tree document, Action action) {
    List<String> names = action.after().objects();
    if (names.size() != 1) {
      return null;
    }
    String name = Typed.key(names.get(0));
    boolean ofKey =
        path.get(path.size() - 1) instanceof Step.Key key
            && (action.before().codes().contains(key.key())
                || action.before().words().stream().anyMatch(word -> word.isOneOf(Places.KEYS)));
    if (ofKey) {
      return Change.renameKey(document, path, name);
    }
    if (Change.at(document, path) instanceof Scalar) {
      return Change.set(document, path, Trees.string(name));
    }
    List<Step> place = places.named(action);
    return place == null
        ? null
        : Change.set(document, Places.plus(place, "name"), Trees.string(name));
  }

  private @Nullable Tree replace(Tree document, Action action) {
    if (action.before().has("key")) {
      return rename(document, action);
    }
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
      List<Step> place = places.find(result, name);
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
