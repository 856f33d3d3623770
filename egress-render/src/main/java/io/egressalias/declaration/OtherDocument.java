package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A document for another tool in a directory with declarations: a manifest, a {@code
 * kustomization.yaml}, a patch, or a file with the values of a chart. A document that may be a
 * declaration with a mistake in its first lines is none of them.
 */
final class OtherDocument {
  /** The kinds of the configurations of this project's own functions for kustomize and kpt. */
  private static final Set<String> FUNCTIONS =
      Set.of("EgressAliasesTransform", "EgressAliasesLint");

  private static final String OWN = "egressalias";

  private OtherDocument() {}

  static boolean is(Tree tree) {
    if (tree instanceof Sequence list) {
      return isPatch(list);
    }
    if (!(tree instanceof Mapping document)) {
      return false;
    }
    String kind = document.textAt("kind");
    if (kind.equals(EgressAliases.KIND)) {
      return false;
    }
    if (FUNCTIONS.contains(kind)) {
      return true;
    }
    if (namesThisFormat(document)) {
      return false;
    }
    if (!kind.isEmpty()) {
      return Suggestions.of(kind, List.of(EgressAliases.KIND)).isEmpty();
    }
    return !document.textAt("apiVersion").isEmpty()
        || (document.at("metadata") == null
            && document.at("spec") == null
            && document.at("aliases") == null);
  }

  /** Returns whether a list is a JSON patch; another list may be a list of aliases. */
  private static boolean isPatch(Sequence list) {
    return !list.items().isEmpty() && !list.items().get(0).textAt("op").isEmpty();
  }

  /** Finds {@code kind} and {@code apiVersion} in any spelling. */
  private static boolean namesThisFormat(Mapping document) {
    for (Entry entry : document.entries()) {
      if (entry.value() instanceof Scalar scalar
          && scalar.text().toLowerCase(Locale.ROOT).contains(OWN)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the finding about a document that is skipped, without its location. */
  static Diagnostic skipped(Tree tree, int document, String file, String directory) {
    return Diagnostic.of(
            Rule.KIND,
            document,
            FieldPath.root(),
            "expected a declaration of kind `%s`, found %s, which is skipped in the directory `%s`"
                .formatted(EgressAliases.KIND, found(tree), Quoted.shortened(directory)),
            "Keep the document if it is for another tool, or "
                + (isImported(tree)
                    ? "run "
                        + DeclarationHeader.importing(file)
                        + " to turn the manifest into a declaration"
                    : "replace it with a declaration" + DeclarationHeader.PRINTED))
        .withSeverity(Severity.INFO);
  }

  /** Returns whether an import turns a document into a declaration. */
  static boolean isImported(Tree tree) {
    return tree instanceof Mapping mapping && DeclarationHeader.isImported(mapping);
  }

  private static String found(Tree tree) {
    String kind = tree.textAt("kind");
    if (!kind.isEmpty()) {
      return "a manifest of kind `" + Quoted.shortened(kind) + "`";
    }
    return tree instanceof Mapping ? "a map without a kind" : "a JSON patch";
  }

  /**
   * Returns the finding about a directory in which every document is skipped.
   *
   * @param imported whether an import turns one of them into a declaration
   */
  static Diagnostic nothingElse(int document, String directory, boolean imported) {
    return Diagnostic.of(
        Rule.NO_DECLARATION,
        document,
        FieldPath.root(),
        "expected a document of kind `%s` in the directory `%s`, found none"
            .formatted(EgressAliases.KIND, Quoted.shortened(directory)),
        "Add a declaration"
            + (imported
                ? ", such as the one that "
                    + DeclarationHeader.importing(directory)
                    + " makes of the manifests in the directory"
                : DeclarationHeader.PRINTED));
  }
}
