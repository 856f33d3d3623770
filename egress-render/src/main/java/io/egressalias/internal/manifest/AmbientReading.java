package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Collects the labels of an ambient mesh. */
final class AmbientReading {
  private final Map<String, AmbientMarks.OfNamespace> namespaces = new HashMap<>();
  private final Set<String> marked = new HashSet<>();

  /** Returns whether a text may have such a label; the test is fast. */
  static boolean mayBeIn(String text) {
    return text.contains(AmbientMarks.USE_WAYPOINT) || text.contains(AmbientMarks.DATA_PLANE_MODE);
  }

  /** Adds the labels of an object, and those of a template in it. */
  void add(Tree tree) {
    add(tree, "");
  }

  private void add(Tree tree, String around) {
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        add(item, around);
      }
    } else if (tree instanceof Mapping mapping) {
      boolean object = !mapping.textAt("kind").isEmpty();
      String namespace = object ? mapping.textAt("metadata", "namespace") : around;
      if (isMarked(mapping)) {
        boolean named = mapping.textAt("kind").equals("Namespace");
        marked.add(named ? mapping.textAt("metadata", "name") : namespace);
      }
      for (Entry entry : mapping.entries()) {
        add(entry.value(), namespace);
      }
    }
  }

  /** Adds a Namespace. */
  void namespace(Mapping namespace) {
    String waypoint = label(namespace, AmbientMarks.USE_WAYPOINT);
    AmbientMarks.OfNamespace marks =
        new AmbientMarks.OfNamespace(
            isAmbient(namespace),
            AmbientMarks.isName(waypoint) ? waypoint : "",
            label(namespace, AmbientMarks.USE_WAYPOINT_NAMESPACE));
    namespaces.put(namespace.textAt("metadata", "name"), marks);
  }

  AmbientMarks end() {
    return marked.isEmpty() && namespaces.isEmpty()
        ? AmbientMarks.ABSENT
        : new AmbientMarks(marked, namespaces);
  }

  private static boolean isMarked(Tree object) {
    return AmbientMarks.isName(label(object, AmbientMarks.USE_WAYPOINT)) || isAmbient(object);
  }

  private static boolean isAmbient(Tree object) {
    return label(object, AmbientMarks.DATA_PLANE_MODE).equals(AmbientMarks.AMBIENT);
  }

  private static String label(Tree object, String key) {
    return object.textAt("metadata", "labels", key);
  }
}
