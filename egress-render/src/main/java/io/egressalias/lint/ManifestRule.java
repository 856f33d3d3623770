package io.egressalias.lint;

/** A family of rules about a set of manifests. */
interface ManifestRule {

  /** Adds the findings about a set. */
  void check(LintContext context);
}
