package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAliases;
import java.util.List;

/**
 * The configuration of a function or plugin: a declaration, or a request to update references in
 * objects, or to judge objects.
 */
final class FunctionConfiguration {
  private static final String TRANSFORM = "EgressAliasesTransform";
  private static final String LINT = "EgressAliasesLint";

  private FunctionConfiguration() {}

  /** Returns whether a document requests an update of references. */
  static boolean isTransformer(Tree document) {
    return is(TRANSFORM, document);
  }

  /** Returns whether a document requests findings about objects. */
  static boolean isLinter(Tree document) {
    return is(LINT, document);
  }

  private static boolean is(String kind, Tree document) {
    return document.textAt("kind").equals(kind)
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
