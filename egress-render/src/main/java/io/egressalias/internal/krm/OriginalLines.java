package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Computes line numbers in the file of a configuration. kpt keeps the layout of the file and adds
 * annotations, which are subtracted; kustomize rewrites the configuration, so the line is unknown.
 */
final class OriginalLines {
  /**
   * The annotations with the index of the document in its file; kustomize does not write them here.
   */
  private static final List<String> INDICES =
      List.of("internal.config.kubernetes.io/index", "config.kubernetes.io/index");

  private static final List<String> ADDED =
      List.of(
          "config.kubernetes.io/index",
          "config.kubernetes.io/path",
          "config.kubernetes.io/package-path",
          "config.k8s.io/id");

  private OriginalLines() {}

  /**
   * Returns the line in the file; empty: unknown.
   *
   * @param line counted from the first line of the configuration
   */
  static Optional<Integer> of(ListedResource configuration, int line) {
    boolean first = false;
    for (String key : INDICES) {
      first |= configuration.annotation(key).equals("0");
    }
    return first ? Optional.of(line - added(configuration.node(), line)) : Optional.empty();
  }

  private static int added(Tree configuration, int line) {
    if (!(configuration.at("metadata", "annotations") instanceof Mapping annotations)
        || annotations.flow()) {
      return 0;
    }
    int first = configuration.position().line();
    int added = 0;
    for (Entry entry : annotations.entries()) {
      if (isAdded(entry.key().text()) && entry.key().position().line() - first < line) {
        added++;
      }
    }
    return added == annotations.entries().size() ? added + 1 : added;
  }

  private static boolean isAdded(String key) {
    return ADDED.contains(key) || key.startsWith("internal.config.kubernetes.io/");
  }
}
