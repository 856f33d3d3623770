package io.egressalias.render;

import tools.jackson.databind.node.ObjectNode;

/**
 * Marks objects with the alias that they came from, so that they are known again after other tools
 * have renamed them.
 */
public final class AliasMark {
  /** The annotation; its value is {@code namespace/name} of the alias as declared. */
  public static final String ANNOTATION = "egressalias.io/alias";

  /**
   * Who EndpointSlices say that they are managed by, so that the controllers of Kubernetes keep
   * their hands off.
   */
  public static final String MANAGER = "egressalias.io";

  private AliasMark() {}

  /** Marks an object. A namespace that is not declared is {@code default}, as in its host names. */
  public static void put(Manifest manifest) {
    ObjectNode metadata = (ObjectNode) manifest.tree().path("metadata");
    metadata
        .withObjectProperty("annotations")
        .put(ANNOTATION, manifest.alias().effectiveNamespace() + "/" + manifest.alias().name());
  }
}
