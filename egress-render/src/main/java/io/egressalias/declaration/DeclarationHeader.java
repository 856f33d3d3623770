package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Set;

/** Decides whether a document is a declaration. A document that is not gets no other finding. */
final class DeclarationHeader {
  private static final String GROUP =
      EgressAliases.API_VERSION.substring(0, EgressAliases.API_VERSION.indexOf('/') + 1);

  static final String PRINTED =
      ", such as the one that `egress explain " + Rule.KIND.code() + "` prints";

  private DeclarationHeader() {}

  /** The kinds of objects that an import turns into declarations, and a list of objects. */
  private static final Set<String> IMPORTED =
      Set.of(
          "Service",
          "Endpoints",
          "EndpointSlice",
          "ServiceEntry",
          "DestinationRule",
          "VirtualService",
          "List");

  /** Returns whether an import reads a manifest. */
  static boolean isImported(Mapping document) {
    return IMPORTED.contains(document.textAt("kind"));
  }

  /** Returns the command that turns a file or a directory into declarations. */
  static String importing(String name) {
    String shown = name.equals("<stdin>") ? "-" : isOneWord(name) ? name : "FILE";
    return "`egress import " + shown + "`";
  }

  /** Returns whether a shell reads a name as one word. */
  private static boolean isOneWord(String name) {
    return name.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*");
  }

  static boolean check(Tree tree, DocumentFindings findings) {
    if (!(tree instanceof Mapping mapping)) {
      findings.add(
          Rule.WRONG_TYPE,
          FieldPath.root(),
          tree.position(),
          "expected a document of kind `" + EgressAliases.KIND + "`, found " + tree.found(),
          "Replace the document with a declaration" + PRINTED);
      return false;
    }
    return (isOfThisFormat(mapping) || refuse(mapping, findings))
        && expect(mapping, "kind", EgressAliases.KIND, findings)
        && expect(mapping, "apiVersion", EgressAliases.API_VERSION, findings);
  }

  /** Returns the line before the kind that a document without both lines needs. */
  private static String missing(Mapping document, String key) {
    return key.equals("kind") && document.at("kind") == null && document.at("apiVersion") == null
        ? "apiVersion: " + EgressAliases.API_VERSION + "` and `"
        : "";
  }

  /** Returns whether a document is a declaration, perhaps with a mistake in its first lines. */
  private static boolean isOfThisFormat(Mapping document) {
    String kind = document.textAt("kind");
    return kind.isEmpty()
        || document.textAt("apiVersion").startsWith(GROUP)
        || Suggestions.of(kind, List.of(EgressAliases.KIND)).isPresent();
  }

  /** Reports a manifest of another format. Returns false: the document is not a declaration. */
  private static boolean refuse(Mapping document, DocumentFindings findings) {
    Tree kind = document.at("kind");
    findings.add(
        Rule.KIND,
        FieldPath.of("kind"),
        (kind == null ? document : kind).position(),
        "expected a declaration of kind `%s`, found a manifest of kind `%s`"
            .formatted(EgressAliases.KIND, Quoted.shortened(document.textAt("kind"))),
        isImported(document)
            ? "Run "
                + importing(findings.file())
                + " to turn the manifest into a declaration, or remove the document"
            : "Replace the document with a declaration" + PRINTED + ", or remove the document");
    return false;
  }

  /** Returns the problem of input without any document. */
  static ReadingProblem nothing() {
    return new ReadingProblem(
        Rule.NO_DECLARATION,
        new Position(1, 1),
        "expected a document of kind `" + EgressAliases.KIND + "`, found none",
        "Add a declaration" + PRINTED);
  }

  private static boolean expect(
      Mapping document, String key, String expected, DocumentFindings findings) {
    Tree value = document.value(key);
    if (value instanceof Scalar scalar && scalar.text().equals(expected)) {
      return true;
    }
    findings.add(
        Rule.KIND,
        FieldPath.of(key),
        (value == null ? document : value).position(),
        "expected `%s: %s`, found %s"
            .formatted(key, expected, value == null ? "none" : value.found()),
        "%s `%s: %s`, or remove the document"
            .formatted(value == null ? "Add" : "Write", missing(document, key) + key, expected));
    return false;
  }
}
