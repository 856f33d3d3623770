package io.egressalias.remedy;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * The paths of findings in a ResourceList, which begin in the object that they are about: its
 * configuration, or an item that the first step names, as in {@code [Service default/my-wiki]}.
 */
final class FunctionPaths {
  private FunctionPaths() {}

  /** Returns the path of the object that a finding is in; empty: the document itself. */
  static List<Step> root(Tree document, FieldPath path) {
    if (!document.textAt("kind").equals("ResourceList")) {
      return List.of();
    }
    if (document.at("items") instanceof Sequence items && named(path) instanceof Step.Key key) {
      for (int i = 0; i < items.items().size(); i++) {
        Tree item = items.items().get(i);
        String name = item.textAt("kind") + " " + item.textAt("metadata", "name");
        if (key.key().replaceFirst(" .*/", " ").equals(name)) {
          return List.of(new Step.Key("items"), new Step.Index(i));
        }
      }
    }
    return List.of(new Step.Key("functionConfig"));
  }

  private static Step named(FieldPath path) {
    return path.steps().isEmpty() ? new Step.Index(0) : path.steps().get(0);
  }

  /** Returns the path of a finding from the root of the document. */
  static List<Step> absolute(List<Step> root, FieldPath path) {
    List<Step> steps = new ArrayList<>(root);
    boolean item = !root.isEmpty() && root.get(0).equals(new Step.Key("items"));
    steps.addAll(path.steps().subList(item ? 1 : 0, path.steps().size()));
    return steps;
  }
}
