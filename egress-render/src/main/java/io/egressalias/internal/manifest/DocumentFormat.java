package io.egressalias.internal.manifest;

import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a document is. */
enum DocumentFormat {
  /** A declaration, perhaps with a mistake in its first lines. */
  DECLARATION,
  /** An object of Kubernetes or Istio. */
  MANIFEST,
  /** A document of another tool, such as a patch, or the values of a chart. */
  OTHER,
  /** Blanks and comments. */
  NOTHING;

  /** In the group and, without regard to case, in the kind of declarations. */
  private static final String OWN = "egressalias";

  /** The kinds of the configurations of this project's own transformer and validator. */
  private static final Set<String> FUNCTIONS =
      Set.of("EgressAliasesTransform", "EgressAliasesLint");

  private static final Pattern KEY_OF_OBJECT =
      Pattern.compile("(?m)^ {0,2}\"?(apiVersion|kind)\"? *:");

  /** Returns what a part of a stream is; of several documents in it, the first that is known. */
  static DocumentFormat of(YamlDocument part) {
    if (!YamlDocuments.isDocument(part)) {
      return NOTHING;
    }
    ManifestDocuments.Read read = ManifestDocuments.read(part);
    DocumentFormat found = NOTHING;
    for (Tree tree : read.trees()) {
      DocumentFormat format = of(tree);
      if (format == DECLARATION || (format != NOTHING && found != MANIFEST)) {
        found = format;
      }
      if (found == DECLARATION) {
        return found;
      }
    }
    return read.problem() == null || found == MANIFEST ? found : unreadable(part);
  }

  /** A mistake in a text with a word of this format is a mistake in a declaration. */
  private static DocumentFormat unreadable(YamlDocument part) {
    if (part.text().toLowerCase(Locale.ROOT).contains(OWN)) {
      return DECLARATION;
    }
    return KEY_OF_OBJECT.matcher(part.text()).find() ? MANIFEST : DECLARATION;
  }

  private static DocumentFormat of(Tree tree) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return NOTHING;
    }
    if (tree instanceof Sequence list) {
      return isPatch(list) ? OTHER : DECLARATION;
    }
    if (!(tree instanceof Mapping document)) {
      return DECLARATION;
    }
    String kind = document.textAt("kind");
    if (FUNCTIONS.contains(kind)) {
      return OTHER;
    }
    if (kind.equals(EgressAliases.KIND) || namesThisFormat(document)) {
      return DECLARATION;
    }
    if (kind.isEmpty()) {
      return withoutKind(document);
    }
    return Suggestions.of(kind, List.of(EgressAliases.KIND)).isPresent() ? DECLARATION : MANIFEST;
  }

  private static DocumentFormat withoutKind(Mapping document) {
    if (!document.textAt("apiVersion").isEmpty()) {
      return OTHER;
    }
    boolean mayBeDeclaration =
        document.at("metadata") != null
            || document.at("spec") != null
            || document.at("aliases") != null;
    return mayBeDeclaration ? DECLARATION : OTHER;
  }

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
}
