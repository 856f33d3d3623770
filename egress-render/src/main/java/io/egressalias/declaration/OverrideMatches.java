package io.egressalias.declaration;

import io.egressalias.declaration.OverridePath.Step;
import io.egressalias.declaration.Overrides.Assignment;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Records which overrides apply to a document of several sets. */
final class OverrideMatches {
  /** The number of names that a message lists. */
  private static final int LISTED = 5;

  private final List<Assignment> assignments;
  private final IdentityHashMap<Assignment, Miss> unmatched = new IdentityHashMap<>();
  private boolean incomplete;

  /** The items among which an override has selected none. */
  private static final class Miss {
    private int depth;
    private int most;
    private final Set<String> names = new LinkedHashSet<>();
  }

  OverrideMatches(Overrides overrides) {
    assignments = overrides.list();
    for (Assignment assignment : assignments) {
      unmatched.put(assignment, new Miss());
    }
  }

  List<Assignment> assignments() {
    return assignments;
  }

  /** Records that an override applies to a document. */
  void matched(Assignment assignment) {
    unmatched.remove(assignment);
  }

  /** Records that an override selects none of the items of a list. */
  void missed(Assignment assignment, int depth, List<Tree> items) {
    Miss miss = unmatched.get(assignment);
    if (miss == null || depth < miss.depth) {
      return;
    }
    if (depth > miss.depth) {
      miss.names.clear();
      miss.most = 0;
      miss.depth = depth;
    }
    miss.most = Math.max(miss.most, items.size());
    if (assignment.path().steps().get(depth) instanceof Step.Named named) {
      for (Tree item : items) {
        miss.names.add(item.textAt(named.key()));
      }
    }
  }

  /** Records that a document cannot be read, so that it may have the items of every override. */
  void incomplete() {
    incomplete = true;
  }

  /**
   * Refuses an override that applies to no document.
   *
   * @throws InvalidOverrideException if there is one
   */
  void refuseUnmatched() {
    if (incomplete) {
      return;
    }
    for (Assignment assignment : assignments) {
      Miss miss = unmatched.get(assignment);
      if (miss != null && miss.depth > 0) {
        throw new InvalidOverrideException(message(assignment, miss));
      }
    }
  }

  private static String message(Assignment assignment, Miss miss) {
    String list = Quoted.shortened(withoutSpec(assignment.path().first(miss.depth)));
    Step step = assignment.path().steps().get(miss.depth);
    String what =
        step instanceof Step.Named named
            ? "has the name `" + Quoted.shortened(named.name()) + "`"
            : "has the index " + ((Step.Index) step).index();
    return "%s names no value: no item of `%s` %s. %s"
        .formatted(assignment.option(), list, what, remedy(step, list, miss));
  }

  private static String remedy(Step step, String list, Miss miss) {
    miss.names.remove("");
    if (step instanceof Step.Named named && !miss.names.isEmpty()) {
      Optional<String> near = Suggestions.of(named.name(), miss.names);
      return near.isPresent()
          ? "Write `" + list + "." + Quoted.shortened(near.get()) + "`"
          : "Write one of the names " + listed(miss.names);
    }
    return miss.most == 0
        ? "Add the item to a declaration"
        : "Write an index from `[0]` to `[" + (miss.most - 1) + "]`";
  }

  private static String listed(Set<String> names) {
    List<String> first = new ArrayList<>(LISTED);
    for (String name : names) {
      if (first.size() == LISTED) {
        break;
      }
      first.add("`" + Quoted.shortened(name) + "`");
    }
    return String.join(", ", first) + (names.size() > LISTED ? ", …" : "");
  }

  private static String withoutSpec(String path) {
    return path.startsWith("spec.") ? path.substring("spec.".length()) : path;
  }

  /** Returns the record for overrides; null: there are none. */
  static @Nullable OverrideMatches of(Overrides overrides) {
    return overrides.list().isEmpty() ? null : new OverrideMatches(overrides);
  }
}
