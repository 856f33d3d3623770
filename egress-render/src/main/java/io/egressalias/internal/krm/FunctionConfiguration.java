package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAliases;
import java.util.List;

/**
 * The configuration of a function or plugin: a declaration, or a request to update references in
 * objects.
 */
final class FunctionConfiguration {
  private static final String TRANSFORM = "EgressAliasesTransform";

  private FunctionConfiguration() {}

  /** Returns whether a document requests an update of references. */
  static boolean isTransformer(Tree document) {
    return document.textAt("kind").equals(TRANSFORM)
        && document.textAt("apiVersion").equals(EgressAliases.API_VERSION);
  }

  /**
   * Compiles a declaration.
   *
   * @param name the name of the declaration in findings
   */
  static Compilation compiled(String name, String declaration) {
    return Compilation.of(List.of(Source.of(name, declaration).embedded()), Assumptions.none());
  }
}
