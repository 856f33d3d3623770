package io.egressalias.krm;

import io.egressalias.model.EgressAlias;
import io.egressalias.render.AliasMark;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** An object among others, in the text that it stands in. */
record Resource(Node node) {

  String kind() {
    return Text.string(node, "kind").orElse("");
  }

  String group() {
    String version = Text.string(node, "apiVersion").orElse("");
    int slash = version.indexOf('/');
    return slash < 0 ? "" : version.substring(0, slash);
  }

  String name() {
    return Text.string(node, "metadata", "name").orElse("");
  }

  String namespace() {
    return Text.string(node, "metadata", "namespace").orElse(EgressAlias.DEFAULT_NAMESPACE);
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
