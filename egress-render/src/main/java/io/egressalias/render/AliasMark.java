package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks objects with their alias and their declaration. The alias identifies an object after other
 * tools have renamed it; the declaration tells a later run which objects an earlier one rendered.
 */
public final class AliasMark {
  /** The annotation; its value is {@code namespace/name} of the alias as declared. */
  public static final String ANNOTATION = "egressalias.io/alias";

  /**
   * The annotation with the declaration of an object: {@code apiVersion/kind/namespace/name} of the
   * declaration. It has five parts between slashes, because an API version has two. The namespace
   * is empty if the declaration has none; {@code /} and {@code %} in a namespace or name are
   * written {@code %2F} and {@code %25}.
   */
  public static final String DECLARATION = "egressalias.io/declaration";

  /**
   * The value of the managed-by label of EndpointSlices; the controllers of Kubernetes ignore
   * slices with another manager than their own.
   */
  public static final String MANAGER = "egressalias.io";

  private AliasMark() {}

  /**
   * Marks an object.
   *
   * @param declaration the value of {@link #DECLARATION}
   */
  static void put(ObjectNode object, EgressAlias alias, String declaration) {
    ObjectNode metadata = (ObjectNode) object.path("metadata");
    metadata
        .withObjectProperty("annotations")
        .put(ANNOTATION, alias(alias))
        .put(DECLARATION, declaration);
  }

  /**
   * Returns the value of {@link #ANNOTATION} for an alias. A missing namespace is {@code default},
   * as in its host names.
   */
  public static String alias(EgressAlias alias) {
    return alias.effectiveNamespace() + "/" + alias.name();
  }
}
