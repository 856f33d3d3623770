package io.egressalias.krm;

import io.egressalias.model.EgressAlias;
import io.egressalias.render.AliasMark;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** An object among others, in the text that it stands in. */
record Resource(Node node) {

  String apiVersion() {
    return Text.string(node, "apiVersion").orElse("");
  }

  String kind() {
    return Text.string(node, "kind").orElse("");
  }

  String group() {
    String version = apiVersion();
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }

  String name() {
    return Text.string(node, "metadata", "name").orElse("");
  }

  String namespace() {
    return declaredNamespace().orElse(EgressAlias.DEFAULT_NAMESPACE);
  }

  Optional<String> declaredNamespace() {
    return Text.string(node, "metadata", "namespace");
  }

  /** Returns whether it has all that it takes to refer to it. */
  boolean isIdentified() {
    return !apiVersion().isEmpty() && !kind().isEmpty() && !name().isEmpty();
  }

  Optional<String> annotation(String key) {
    return Text.string(node, "metadata", "annotations", key);
  }

  /** Which alias it came from, if it says so: {@code namespace/name} as declared. */
  Optional<String> mark() {
    return annotation(AliasMark.ANNOTATION).filter(mark -> mark.indexOf('/') > 0);
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  @Override
  public String toString() {
    return kind() + " " + namespace() + "/" + name();
  }
}
