package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import tools.jackson.databind.node.ObjectNode;

/**
 * Marks objects with the alias and the declaration that they came from. By the alias they are known
 * again after other tools have renamed them; by the declaration a later run knows which objects an
 * earlier one made.
 */
public final class AliasMark {
  /** The annotation; its value is {@code namespace/name} of the alias as declared. */
  public static final String ANNOTATION = "egressalias.io/alias";

  /**
   * The annotation that says which declaration made an object: {@code
   * apiVersion/kind/namespace/name} of the declaration. Of the five parts between the slashes (an
   * API version has two) the namespace is empty where the declaration names none; {@code /} and
   * {@code %} in a namespace or name are written {@code %2F} and {@code %25}.
   */
  public static final String DECLARATION = "egressalias.io/declaration";

  /**
   * Who EndpointSlices say that they are managed by, so that the controllers of Kubernetes keep
   * their hands off.
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
   * Returns the value of {@link #ANNOTATION} for an alias. A namespace that is not declared is
   * {@code default}, as in its host names.
   */
  public static String alias(EgressAlias alias) {
    return alias.effectiveNamespace() + "/" + alias.name();
  }
}
