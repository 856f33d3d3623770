package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * Lines of the file that a configuration came from. kpt keeps its layout and adds annotations,
 * which are not counted here; kustomize writes it anew, so that there is no such line.
 */
final class OriginalLines {
  /** Says which document of its file it is; kustomize does not write it here. */
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
   * Returns the line, if it can be known.
   *
   * @param line counted from the first of the configuration
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
