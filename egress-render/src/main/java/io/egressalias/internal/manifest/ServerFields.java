package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import java.util.Set;

/** Fields that the API server and kubectl add, and that say nothing about an alias. */
final class ServerFields {
  private static final FieldPath ROOT = FieldPath.root();
  private static final FieldPath METADATA = FieldPath.of("metadata");
  private static final FieldPath ANNOTATIONS = FieldPath.of("metadata", "annotations");

  private static final Set<String> OF_METADATA =
      Set.of(
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "deletionGracePeriodSeconds",
          "selfLink",
          "managedFields",
          "finalizers");

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private ServerFields() {}

  /**
   * Returns whether a field is left out of the objects of a set.
   *
   * @param path the path of the map
   */
  static boolean isNoise(FieldPath path, String key) {
    return switch (path.steps().size()) {
      case 0 -> path.equals(ROOT) && key.equals("status");
      case 1 -> path.equals(METADATA) && OF_METADATA.contains(key);
      case 2 -> key.equals(LAST_APPLIED) && path.equals(ANNOTATIONS);
      default -> false;
    };
  }
}
