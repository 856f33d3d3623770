package io.egressalias.declaration;

import io.egressalias.check.SetChecks;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a set of declarations one document at a time, and checks each together with the previous
 * ones. Retains declarations and findings, but no texts.
 */
final class DocumentReader {
  /** Rules about a key, independent of its value. */
  private static final Set<Rule> OF_KEYS =
      EnumSet.of(Rule.LABEL_KEY, Rule.ANNOTATION_KEY, Rule.RESERVED_KEY);

  private final Assumptions assumptions;
  private final SetChecks checks = new SetChecks();
  private final List<Located> located = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private boolean empty = true;

  /** Starts a set. */
  DocumentReader(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /** Reads one document. */
  void read(String file, YamlDocument chunk) {
    YamlDocumentReader.Read read = YamlDocumentReader.read(chunk);
    for (Tree tree : read.documents()) {
      document(file, tree);
    }
    for (ReadingProblem problem : read.problems()) {
      problem(file, UnfilledVariable.explained(problem, chunk, file));
    }
  }

  /** Returns the declarations that were read, with or without errors. */
  List<Located> located() {
    return located;
  }

  /** Returns the findings. */
  List<Diagnostic> found() {
    return found;
  }

  /** Ends the set. A set without a document is an error. */
  void end(String file) {
    if (empty) {
      problem(file, DeclarationHeader.nothing());
    }
  }

  /** Adds a finding about a text that cannot be read, completely or in part. */
  void problem(String file, ReadingProblem problem) {
    empty = false;
    found.add(
        Diagnostic.of(
                problem.rule(),
                located.size(),
                FieldPath.root(),
                problem.message(),
                problem.remedy())
            .at(at(file, problem.position())));
  }

  private void document(String file, Tree tree) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return;
    }
    empty = false;
    DocumentFindings findings = new DocumentFindings(file, located.size());
    if (DeclarationHeader.check(tree, findings)) {
      SchemaValidator.check(tree, findings);
      DeclaredNamespace.check(tree, findings);
      AssumedFields.check(tree, assumptions, findings);
      EgressAliases declaration = SpecField.declaration(AssumedFields.filled(tree, assumptions));
      located.add(new Located(declaration, file, tree));
      check(declaration, file, tree, new FollowOnFindings(findings.broken()));
    }
    for (Diagnostic diagnostic : findings.found()) {
      found.add(UnfilledVariable.explained(diagnostic, tree, file));
    }
  }

  private void check(
      EgressAliases declaration, String file, Tree tree, FollowOnFindings consequences) {
    for (Diagnostic each : checks.check(declaration)) {
      Diagnostic diagnostic = DeclaredNamespace.placed(each, tree);
      if (!consequences.follows(diagnostic)) {
        Position position =
            OF_KEYS.contains(diagnostic.rule())
                ? Locator.locateKey(tree, diagnostic.path())
                : Locator.locate(tree, diagnostic.path());
        found.add(UnfilledVariable.explained(diagnostic, tree, file).at(at(file, position)));
      }
    }
  }

  private static SourceLocation at(String file, Position position) {
    return new SourceLocation(file, position.line(), position.column());
  }
}
