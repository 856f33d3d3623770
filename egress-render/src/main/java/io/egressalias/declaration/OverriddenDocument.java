package io.egressalias.declaration;

import io.egressalias.declaration.OverridePath.Step;
import io.egressalias.declaration.Overrides.Assignment;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A document with overrides applied. An added value has the place of the nearest value around it.
 */
final class OverriddenDocument {
  private final OverrideMatches matches;
  private final List<Given> given = new ArrayList<>();
  private Tree tree;

  /** A value that an override has replaced or added. */
  private record Given(FieldPath path, Assignment by) {}

  private OverriddenDocument(Tree tree, OverrideMatches matches) {
    this.tree = tree;
    this.matches = matches;
  }

  /** Applies overrides, and records those that apply to this document. */
  static OverriddenDocument of(Tree tree, OverrideMatches matches) {
    OverriddenDocument document = new OverriddenDocument(tree, matches);
    for (Assignment assignment : matches.assignments()) {
      document.apply(assignment);
    }
    return document;
  }

  Tree tree() {
    return tree;
  }

  /** Adds the override to a finding about a value from one; returns other findings as they are. */
  Diagnostic explained(Diagnostic finding) {
    for (int i = given.size() - 1; i >= 0; i--) {
      Given value = given.get(i);
      if (value.path().contains(finding.path())) {
        return explained(finding, value.by());
      }
    }
    return finding;
  }

  /** The remedy names the option first: a change of the file has no effect while it is given. */
  private Diagnostic explained(Diagnostic finding, Assignment by) {
    boolean absent = Locator.value(tree, finding.path()) == null;
    String noun = by.style().noun();
    String message =
        finding.message() + (absent ? ", in the field of " : ", set by ") + by.option();
    String remedy =
        absent
            ? "Remove the " + noun + ", or "
            : "Change the value of the " + noun + ", or remove the " + noun + " and ";
    Diagnostic explained =
        Diagnostic.of(
                finding.rule(),
                finding.document(),
                finding.path(),
                message,
                remedy + continued(finding.remedy()))
            .withSeverity(finding.severity());
    return finding.location().isPresent() ? explained.at(finding.location().get()) : explained;
  }

  private static String continued(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private void apply(Assignment assignment) {
    Tree changed = value(tree, assignment, 0, FieldPath.root());
    if (changed != null) {
      matches.matched(assignment);
      tree = changed;
    }
  }

  /**
   * Returns a value with an override applied; null: it has no item that the override names. A value
   * of the wrong type is returned as it is, because another rule reports it.
   *
   * @param here the value; null: absent
   */
  private @Nullable Tree value(
      @Nullable Tree here, Assignment assignment, int depth, FieldPath path) {
    List<Step> steps = assignment.path().steps();
    if (depth == steps.size()) {
      given.add(new Given(path, assignment));
      return OverrideValue.of(assignment, place(path));
    }
    if (steps.get(depth) instanceof Step.Key key) {
      return ofKey(isAbsent(here) ? null : here, key, assignment, depth, path);
    }
    if (isAbsent(here)) {
      matches.missed(assignment, depth, List.of());
      return null;
    }
    return here instanceof Sequence list ? ofItems(list, assignment, depth, path) : here;
  }

  private @Nullable Tree ofKey(
      @Nullable Tree here, Step.Key key, Assignment assignment, int depth, FieldPath path) {
    Mapping map = map(here, key, path);
    if (map == null) {
      return here;
    }
    FieldPath inner = path.key(key.name());
    int index = indexOf(key.name(), map.entries());
    Tree before = index < 0 ? null : map.entries().get(index).value();
    Tree after = value(before, assignment, depth + 1, inner);
    if (after == null) {
      return null;
    }
    List<Entry> entries = new ArrayList<>(map.entries());
    if (index < 0) {
      entries.add(new Entry(new Scalar(place(path), key.name(), false), after));
    } else {
      entries.set(index, new Entry(entries.get(index).key(), after));
    }
    if (isAbsent(before)) {
      given.set(given.size() - 1, new Given(inner, assignment));
    }
    return new Mapping(map.place(), map.flow(), entries);
  }

  /** Returns a value as a map; null: it is of another type. */
  private @Nullable Mapping map(@Nullable Tree here, Step.Key key, FieldPath path) {
    if (here == null) {
      return new Mapping(place(path), true, List.of());
    }
    if (here instanceof Scalar scalar && !key.textKey().isEmpty()) {
      Scalar name = new Scalar(scalar.place(), key.textKey(), false);
      return new Mapping(scalar.place(), true, List.of(new Entry(name, scalar)));
    }
    return here instanceof Mapping mapping ? mapping : null;
  }

  private @Nullable Tree ofItems(Sequence list, Assignment assignment, int depth, FieldPath path) {
    Step step = assignment.path().steps().get(depth);
    List<Tree> items = new ArrayList<>(list.items());
    boolean selected = false;
    boolean changed = false;
    for (int i = 0; i < items.size(); i++) {
      if (selects(step, i, items.get(i))) {
        selected = true;
        Tree after = value(items.get(i), assignment, depth + 1, path.index(i));
        if (after != null) {
          items.set(i, after);
          changed = true;
        }
      }
    }
    if (!selected) {
      matches.missed(assignment, depth, items);
    }
    return changed ? new Sequence(list.place(), list.flow(), list.dash(), items) : null;
  }

  private static boolean selects(Step step, int index, Tree item) {
    return step instanceof Step.Named named
        ? item.textAt(named.key()).equals(named.name())
        : step instanceof Step.Index at && at.index() == index;
  }

  /** Compares keys alone: the equality of an entry compares the whole tree of its value. */
  private static int indexOf(String key, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().text().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isAbsent(@Nullable Tree tree) {
    return tree == null || (tree instanceof Scalar scalar && scalar.isNull());
  }

  private Place place(FieldPath path) {
    return new Place(Locator.locate(tree, path), 0, 0);
  }
}
