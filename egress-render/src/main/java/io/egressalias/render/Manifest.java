package io.egressalias.render;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.ObjectId;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A rendered Kubernetes object and its alias. Two manifests are equal only if they are the same
 * Java object, because the {@link #tree()} of a manifest can change.
 */
public final class Manifest {
  private final Content content;
  private final String reason;
  private final int document;
  private final int index;

  /** The object and its alias. */
  interface Content {
    ObjectNode tree();

    EgressAlias alias();

    /** Returns the same content in a form that uses less memory, if possible. */
    Content light();
  }

  Manifest(Content content, String reason, int document, int index) {
    this.content = content;
    this.reason = reason;
    this.document = document;
    this.index = index;
  }

  /**
   * Returns a manifest of an object.
   *
   * @param tree the object
   * @param alias the alias, with the values of its declaration
   * @param reason the reason for the object, in one sentence without a full stop
   * @param document the index of the declaration in the set, from 0
   * @param index the index of the alias in the declaration, from 0
   */
  public static Manifest of(
      ObjectNode tree, EgressAlias alias, String reason, int document, int index) {
    return new Manifest(new Given(tree, alias), reason, document, index);
  }

  /**
   * Returns a manifest of an object that each call of {@link #tree()} makes again, so that changes
   * of the object are lost.
   *
   * @param tree makes the object
   * @param alias the alias, with the values of its declaration
   * @param reason the reason for the object, in one sentence without a full stop
   * @param document the index of the declaration in the set, from 0
   * @param index the index of the alias in the declaration, from 0
   */
  public static Manifest light(
      Supplier<ObjectNode> tree, EgressAlias alias, String reason, int document, int index) {
    return new Manifest(new Made(tree, alias), reason, document, index);
  }

  /**
   * Returns the object: {@code apiVersion}, {@code kind}, {@code metadata}, and other fields. The
   * caller may change it; changes are written.
   */
  public ObjectNode tree() {
    return content.tree();
  }

  /** Returns the alias, with the values of its declaration. */
  public EgressAlias alias() {
    return content.alias();
  }

  /** Returns the reason for the object, in one sentence without a full stop. */
  public String reason() {
    return reason;
  }

  /** Returns the index of the declaration of the alias, from 0. */
  public int document() {
    return document;
  }

  /** Returns the index of the alias in its declaration, from 0. */
  public int index() {
    return index;
  }

  /**
   * Returns the same manifest for a caller that retains many: each call of {@link #tree()} renders
   * the object again, so that changes of the object are lost.
   */
  public Manifest light() {
    Content light = content.light();
    return light == content ? this : new Manifest(light, reason, document, index);
  }

  /** Returns the API version, such as {@code networking.istio.io/v1}. */
  public String apiVersion() {
    return tree().path("apiVersion").asString();
  }

  /** Returns the API group, such as {@code networking.istio.io}; empty for the core. */
  public String group() {
    return ObjectId.group(apiVersion());
  }

  /** Returns the kind, such as {@code Service}. */
  public String kind() {
    return tree().path("kind").asString();
  }

  /** Returns the namespace; empty: the one to which the object is applied. */
  public Optional<String> namespace() {
    return tree().path("metadata").path("namespace").asStringOpt();
  }

  /** Returns the name. */
  public String name() {
    return tree().path("metadata").path("name").asString();
  }

  /** Returns the identity of the object. */
  public ObjectId id() {
    return ObjectId.of(tree());
  }

  /** Returns the path of the alias in its declaration. */
  public FieldPath path() {
    return FieldPath.of("spec", "aliases").index(index);
  }

  /**
   * Returns the kind, name and API version, such as {@code ServiceEntry my-api
   * (networking.istio.io/v1)}.
   */
  @Override
  public String toString() {
    ObjectNode tree = tree();
    return tree.path("kind").asString("?")
        + " "
        + tree.path("metadata").path("name").asString("?")
        + " ("
        + tree.path("apiVersion").asString("?")
        + ")";
  }

  private record Made(Supplier<ObjectNode> source, EgressAlias alias) implements Content {
    @Override
    public ObjectNode tree() {
      return source.get();
    }

    @Override
    public Content light() {
      return this;
    }
  }

  private record Given(ObjectNode tree, EgressAlias alias) implements Content {
    @Override
    public Content light() {
      return this;
    }
  }
}
