package io.egressalias.internal.krm;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import io.egressalias.render.AliasMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object in a list, with its place in the text. */
record ListedResource(Tree node) {
  /** The annotation by which kustomize finds each resource in the output of a function. */
  private static final String OF_KUSTOMIZE = "kustomize.config.k8s.io/id";

  static List<ListedResource> all(List<Tree> nodes) {
    List<ListedResource> resources = new ArrayList<>(nodes.size());
    for (Tree node : nodes) {
      resources.add(new ListedResource(node));
    }
    return resources;
  }

  String apiVersion() {
    return node.textAt("apiVersion");
  }

  String kind() {
    return node.textAt("kind");
  }

  ObjectId id() {
    return ObjectId.of(apiVersion(), kind(), declaredNamespace(), name());
  }

  String name() {
    return node.textAt("metadata", "name");
  }

  String namespace() {
    return id().effectiveNamespace();
  }

  /** Returns the declared namespace; empty: none. */
  String declaredNamespace() {
    return node.textAt("metadata", "namespace");
  }

  /** Returns whether it has all fields that a reference needs. */
  boolean isIdentified() {
    return !apiVersion().isEmpty() && !kind().isEmpty() && !name().isEmpty();
  }

  /** Returns the value of an annotation; empty: none. */
  String annotation(String key) {
    return node.textAt("metadata", "annotations", key);
  }

  /**
   * Returns the alias from which it was rendered: {@code namespace/name} as declared; empty:
   * unknown.
   */
  String mark() {
    String mark = annotation(AliasMark.ANNOTATION);
    return mark.indexOf('/') > 0 ? mark : "";
  }

  /**
   * Returns the declaration from which it was rendered, as {@link AliasMark#DECLARATION} defines
   * it; empty: unknown.
   */
  String declaration() {
    return annotation(AliasMark.DECLARATION);
  }

  /** Returns whether it is a resource that kustomize passes to a transformer or validator. */
  boolean isOfKustomize() {
    return !annotation(OF_KUSTOMIZE).isEmpty();
  }

  boolean is(KnownKind kind) {
    return kind().equals(kind.kind()) && ObjectId.group(apiVersion()).equals(kind.group());
  }

  /** Returns the host names with which it refers to other objects of its alias. */
  List<Scalar> hosts() {
    List<Scalar> hosts = new ArrayList<>();
    Optional<KnownKind> known = id().known();
    if (known.isPresent()) {
      for (List<String> path : known.get().hosts()) {
        collect(node, path, 0, hosts);
      }
    }
    return hosts;
  }

  private static void collect(Tree node, List<String> path, int step, List<Scalar> found) {
    if (step == path.size()) {
      if (node instanceof Scalar scalar) {
        found.add(scalar);
      }
    } else if (path.get(step).equals(KnownKind.EACH)) {
      for (Tree item : node.itemsAt()) {
        collect(item, path, step + 1, found);
      }
    } else {
      Tree next = node.at(path.get(step));
      if (next != null) {
        collect(next, path, step + 1, found);
      }
    }
  }

  @Override
  public String toString() {
    return id().qualified();
  }
}
