package io.egressalias.declaration;

import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAliases;
import org.jspecify.annotations.Nullable;

/** The identity of a declaration: its API version, kind, namespace and name. */
final class DeclarationIdentity {
  private DeclarationIdentity() {}

  static String of(Tree document) {
    Tree metadata = value(document, "metadata");
    return EgressAliases.API_VERSION
        + "/"
        + EgressAliases.KIND
        + "/"
        + escaped(value(metadata, "namespace"))
        + "/"
        + escaped(value(metadata, "name"));
  }

  private static @Nullable Tree value(@Nullable Tree tree, String key) {
    return tree instanceof Mapping mapping ? mapping.value(key) : null;
  }

  /** Slashes separate the parts, so they are escaped within a part. */
  private static String escaped(@Nullable Tree tree) {
    String text = tree instanceof Scalar scalar ? scalar.text() : "";
    return text.replace("%", "%25").replace("/", "%2F");
  }
}
