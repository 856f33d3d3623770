package io.egressalias.internal.krm;

import io.egressalias.compile.Compilation;
import io.egressalias.declaration.Assumptions;
import io.egressalias.declaration.Source;
import io.egressalias.internal.text.Tree;
import io.egressalias.model.EgressAliases;
import java.util.List;

/** The configuration of a function or plugin: a declaration, or the wish to have objects mended. */
final class FunctionConfiguration {
  private static final String TRANSFORM = "EgressAliasesTransform";

  private FunctionConfiguration() {}

  /** Returns whether a document is the wish to have objects mended. */
  static boolean mends(Tree document) {
    return document.textAt("kind").equals(TRANSFORM)
        && document.textAt("apiVersion").equals(EgressAliases.API_VERSION);
  }

  /**
   * Compiles a declaration.
   *
   * @param name what it is called in findings
   */
  static Compilation compiled(String name, String declaration) {
    return Compilation.of(List.of(Source.of(name, declaration)), Assumptions.none());
  }
}
