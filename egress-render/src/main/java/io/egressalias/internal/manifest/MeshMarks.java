package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Sequence;
import org.jspecify.annotations.Nullable;

/** Finds labels and annotations that put an object into a mesh. */
final class MeshMarks {
  private static final String INJECTION = "istio-injection";
  private static final String REVISION = "istio.io/rev";
  private static final String SIDECAR = "sidecar.istio.io/";

  private MeshMarks() {}

  /** Returns whether a text may have such a mark; the test is fast. */
  static boolean mayBeIn(String text) {
    return text.contains("istio");
  }

  /** Returns whether an object, or a template in it, has such a mark in its metadata. */
  static boolean areIn(Tree tree) {
    if (tree instanceof Sequence list) {
      for (Tree item : list.items()) {
        if (areIn(item)) {
          return true;
        }
      }
    } else if (tree instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key().text().equals("metadata") && isMarked(entry.value())) {
          return true;
        }
        if (areIn(entry.value())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMarked(Tree metadata) {
    return hasMark(metadata.at("labels")) || hasMark(metadata.at("annotations"));
  }

  private static boolean hasMark(@Nullable Tree marks) {
    if (marks instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String key = entry.key().text();
        if (key.equals(INJECTION)
            || key.equals(REVISION)
            || key.equals(AmbientMarks.USE_WAYPOINT)
            || key.equals(AmbientMarks.DATA_PLANE_MODE)
            || key.contains(SIDECAR)) {
          return true;
        }
      }
    }
    return false;
  }
}
