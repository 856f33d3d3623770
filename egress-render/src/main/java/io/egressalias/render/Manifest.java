package io.egressalias.render;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.ObjectId;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Kubernetes object, ready to be written, and the alias that it came from.
 *
 * @param tree the object: {@code apiVersion}, {@code kind}, {@code metadata}, and what follows; it
 *     belongs to whoever asked for it, and may be changed
 * @param alias the alias, with what it has from its declaration
 * @param reason why there is such an object, in one sentence without a full stop
 * @param document which declaration of the set the alias is in, from 0
 * @param index which alias of the declaration it is, from 0
 */
public record Manifest(ObjectNode tree, EgressAlias alias, String reason, int document, int index) {

  /** Returns the API version, such as {@code networking.istio.io/v1}. */
  public String apiVersion() {
    return tree.path("apiVersion").asString();
  }

  /** Returns the API group, such as {@code networking.istio.io}; empty for the core. */
  public String group() {
    return ObjectId.group(apiVersion());
  }

  /** Returns the kind, such as {@code Service}. */
  public String kind() {
    return tree.path("kind").asString();
  }

  /** Returns the namespace; empty: whichever it is applied in. */
  public Optional<String> namespace() {
    return tree.path("metadata").path("namespace").asStringOpt();
  }

  /** Returns the name. */
  public String name() {
    return tree.path("metadata").path("name").asString();
  }

  /** Returns the identity of the object. */
  public ObjectId id() {
    return ObjectId.of(tree);
  }

  /** Returns which object it is, as in {@code ServiceEntry my-api (networking.istio.io/v1)}. */
  @Override
  public String toString() {
    return tree.path("kind").asString("?")
        + " "
        + tree.path("metadata").path("name").asString("?")
        + " ("
        + tree.path("apiVersion").asString("?")
        + ")";
  }

  /** Returns the place of the alias in its declaration. */
  public FieldPath path() {
    return FieldPath.of("spec", "aliases").index(index);
  }
}
