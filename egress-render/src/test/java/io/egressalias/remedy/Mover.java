package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a part of a document elsewhere in it. */
record Mover(Places places) {
  private static final Step NAME = new Step.Key("name");

  /** Moves a key with its value into another map, or a port into another alias. */
  @Nullable Tree move(Tree document, Action action) {
    return action.before().has("port") ? port(document, action) : key(document, action);
  }

  private @Nullable Tree key(Tree document, Action action) {
    List<String> moved = action.before().codes();
    List<String> maps = action.after().codes();
    if (moved.size() != 1 || maps.size() != 1) {
      return null;
    }
    List<Step> from = places.find(document, moved.get(0));
    if (from == null) {
      return null;
    }
    Tree value = Change.at(document, from);
    Tree without = Change.remove(document, from);
    if (value == null || without == null) {
      return null;
    }
    Entry entry = new Entry(Trees.string(moved.get(0)), value);
    List<Step> place = places.placeIn(without, entry, maps.get(0));
    return place == null ? null : Change.set(without, place, value);
  }

  /**
   * Moves the port of the finding into a copy of its alias that has no other port; what is behind
   * "with" is added to the copy, and what is behind "without" is taken out of it.
   */
  private @Nullable Tree port(Tree document, Action action) {
    List<Step> port = places.item("ports");
    List<Step> alias = places.item("aliases");
    if (port == null || alias == null) {
      return null;
    }
    Tree moved = Change.at(document, port);
    Tree copy = Change.at(document, alias);
    Tree rest = Change.remove(document, port);
    if (moved == null || copy == null || rest == null) {
      return null;
    }
    String name = copy.textAt("name") + "-" + moved.textAt("name");
    copy = Change.set(copy, List.of(NAME), Trees.string(name));
    copy = Change.set(copy, List.of(new Step.Key("ports")), Trees.sequence(List.of(moved)));
    copy = copy == null ? null : adapted(copy, action);
    List<Step> list = alias.subList(0, alias.size() - 1);
    if (copy == null || !(Change.at(rest, list) instanceof Sequence aliases)) {
      return null;
    }
    List<Tree> more = new ArrayList<>(aliases.items());
    more.add(copy);
    return Change.set(rest, list, Trees.sequence(more));
  }

  private static @Nullable Tree adapted(Tree alias, Action action) {
    Tree result = alias;
    for (String code : action.codes()) {
      List<Entry> entries = Typed.entries(code);
      for (Entry entry : entries) {
        List<Step> place = List.of(new Step.Key(entry.key().text()));
        result = result == null ? null : Change.set(result, place, entry.value());
      }
      List<Step> place = List.of(new Step.Key(code));
      if (entries.isEmpty() && result != null && Change.at(result, place) != null) {
        result = Change.remove(result, place);
      }
    }
    return result;
  }
}
