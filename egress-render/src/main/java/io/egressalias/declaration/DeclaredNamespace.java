package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import java.util.Optional;

/**
 * The namespace of a declaration, which is in {@code spec} or in {@code metadata}. Tools such as
 * kustomize and kpt write it in {@code metadata}.
 */
final class DeclaredNamespace {
  private static final String KEY = "namespace";
  private static final FieldPath SPEC = FieldPath.of("spec", KEY);
  private static final FieldPath METADATA = FieldPath.of("metadata", KEY);

  private DeclaredNamespace() {}

  /** Returns the namespace; empty: none is declared. */
  static Optional<String> of(Tree document) {
    return FieldReader.text(document.at(isInMetadata(document) ? "metadata" : "spec", KEY));
  }

  /** Returns the path of the namespace. */
  static FieldPath path(Tree document) {
    return isInMetadata(document) ? METADATA : SPEC;
  }

  private static boolean isInMetadata(Tree document) {
    return document.at("spec", KEY) == null && document.at("metadata", KEY) != null;
  }

  /** Reports two namespaces that differ. */
  static void check(Tree document, DocumentFindings findings) {
    Optional<String> spec = FieldReader.text(document.at("spec", KEY));
    Optional<String> metadata = FieldReader.text(document.at("metadata", KEY));
    if (spec.isPresent() && metadata.isPresent() && !spec.equals(metadata)) {
      findings.note(
          Rule.TWO_NAMESPACES,
          METADATA,
          Locator.locate(document, METADATA),
          "expected the same namespace as in `spec.namespace`, `%s`, found `%s`"
              .formatted(Quoted.shortened(spec.get()), Quoted.shortened(metadata.get())),
          "Remove `metadata.namespace`, or remove `spec.namespace`");
    }
  }

  /** Returns a finding about the namespace with the path at which the namespace is declared. */
  static Diagnostic placed(Diagnostic finding, Tree document) {
    return finding.rule() == Rule.NAMESPACE && finding.path().equals(SPEC) && isInMetadata(document)
        ? Diagnostic.of(
            finding.rule(), finding.document(), METADATA, finding.message(), finding.remedy())
        : finding;
  }
}
