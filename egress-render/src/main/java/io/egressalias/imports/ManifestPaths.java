package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import java.util.List;

/** Finds the field of a Service that a field of an alias comes from. */
final class ManifestPaths {
  /** The steps of {@code spec.aliases[0]}. */
  private static final int ALIAS = 3;

  private ManifestPaths() {}

  /** Returns the path in a Service for a path in a declaration. */
  static FieldPath of(FieldPath declared) {
    List<Step> steps = declared.steps();
    if (steps.size() <= ALIAS || !(steps.get(ALIAS) instanceof Step.Key key)) {
      return FieldPath.of("metadata", "name");
    }
    return switch (key.key()) {
      case "name", "namespace", "labels", "annotations" -> below("metadata", steps);
      case "externalName", "ports", "clusterIP" -> below("spec", steps);
      default -> FieldPath.of("spec");
    };
  }

  private static FieldPath below(String parent, List<Step> steps) {
    FieldPath path = FieldPath.of(parent);
    for (Step step : steps.subList(ALIAS, steps.size())) {
      path = step instanceof Step.Key key ? path.key(key.key()) : index(path, step);
    }
    return path;
  }

  private static FieldPath index(FieldPath path, Step step) {
    return step instanceof Step.Index index ? path.index(index.index()) : path;
  }
}
