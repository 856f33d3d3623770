package io.egressalias.krm;

import io.egressalias.model.EgressAlias;
import io.egressalias.render.AliasMark;
import java.util.ArrayList;
import java.util.List;

/** An object among others, in the text that it stands in. */
record Resource(Node node) {

  static List<Resource> all(List<Node> nodes) {
    List<Resource> resources = new ArrayList<>(nodes.size());
    for (Node node : nodes) {
      resources.add(new Resource(node));
    }
    return resources;
  }

  String apiVersion() {
    return node.text("apiVersion");
  }

  String kind() {
    return node.text("kind");
  }

  String group() {
    String version = apiVersion();
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }

  String name() {
    return node.text("metadata", "name");
  }

  String namespace() {
    String declared = declaredNamespace();
    return declared.isEmpty() ? EgressAlias.DEFAULT_NAMESPACE : declared;
  }

  /** Returns the namespace that it names; empty: none. */
  String declaredNamespace() {
    return node.text("metadata", "namespace");
  }

  /** Returns whether it has all that it takes to refer to it. */
  boolean isIdentified() {
    return !apiVersion().isEmpty() && !kind().isEmpty() && !name().isEmpty();
  }

  /** Returns the value of an annotation; empty: none. */
  String annotation(String key) {
    return node.text("metadata", "annotations", key);
  }

  /** Returns which alias it came from: {@code namespace/name} as declared; empty: unknown. */
  String mark() {
    String mark = annotation(AliasMark.ANNOTATION);
    return mark.indexOf('/') > 0 ? mark : "";
  }

  /** Returns which declaration made it, as {@link AliasMark#DECLARATION} says; empty: unknown. */
  String declaration() {
    return annotation(AliasMark.DECLARATION);
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  @Override
  public String toString() {
    return kind() + " " + namespace() + "/" + name();
  }
}
