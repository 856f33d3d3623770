package io.egressalias.krm;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

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
  static Optional<Integer> of(Resource configuration, int line) {
    boolean first =
        INDICES.stream()
            .anyMatch(key -> configuration.annotation(key).filter("0"::equals).isPresent());
    return first ? Optional.of(line - added(configuration.node(), line)) : Optional.empty();
  }

  private static int added(Node configuration, int line) {
    if (!(Text.at(configuration, "metadata", "annotations").orElse(configuration)
            instanceof MappingNode annotations)
        || annotations.getFlowStyle() == FlowStyle.FLOW) {
      return 0;
    }
    int first = line(configuration);
    int added = 0;
    for (NodeTuple entry : annotations.getValue()) {
      if (isAdded(entry.getKeyNode()) && line(entry.getKeyNode()) - first < line) {
        added++;
      }
    }
    return added == annotations.getValue().size() ? added + 1 : added;
  }

  private static boolean isAdded(Node key) {
    return key instanceof ScalarNode scalar
        && (ADDED.contains(scalar.getValue())
            || scalar.getValue().startsWith("internal.config.kubernetes.io/"));
  }

  private static int line(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0);
  }
}
