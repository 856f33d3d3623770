package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAliases;

/** Decides whether a document is a declaration. A document that is not gets no other finding. */
final class DeclarationHeader {
  private static final String START =
      " `apiVersion: " + EgressAliases.API_VERSION + "` and `kind: " + EgressAliases.KIND + "`";

  private DeclarationHeader() {}

  static boolean check(Tree tree, DocumentFindings findings) {
    if (!(tree instanceof Mapping mapping)) {
      findings.add(
          Rule.WRONG_TYPE,
          FieldPath.root(),
          tree.position(),
          "expected a document of kind `" + EgressAliases.KIND + "`, found " + tree.found(),
          "Start the document with" + START);
      return false;
    }
    return expect(mapping, "kind", EgressAliases.KIND, findings)
        && expect(mapping, "apiVersion", EgressAliases.API_VERSION, findings);
  }

  /** Returns the problem of input without any document. */
  static ReadingProblem nothing() {
    return new ReadingProblem(
        Rule.NO_DECLARATION,
        new Position(1, 1),
        "expected a document of kind `" + EgressAliases.KIND + "`, found none",
        "Add a document that starts with" + START);
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
            .formatted(value == null ? "Add" : "Write", key, expected));
    return false;
  }
}
