package io.egressalias.declaration;

import io.egressalias.check.AliasPlaces;
import io.egressalias.check.SetChecks;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a set of declarations one document at a time, and checks each together with the previous
 * ones. Retains declarations and findings, but no texts.
 */
final class DocumentReader {
  /** Rules about a key, independent of its value. */
  private static final Set<Rule> OF_KEYS =
      Set.of(Rule.LABEL_KEY, Rule.ANNOTATION_KEY, Rule.RESERVED_KEY);

  private final Assumptions assumptions;
  private final @Nullable OverrideMatches overrides;
  private final List<Located> located = new ArrayList<>();
  private final SetChecks checks = new SetChecks(new Places());
  private final List<Diagnostic> found = new ArrayList<>();
  private boolean empty = true;

  /** The directory in which the current source was found; null: the user named the source. */
  private @Nullable String directory;

  /** Whether the current source is part of a text with other lines. */
  private boolean embedded;

  /** The first skipped document of each directory. */
  private final Map<String, SourceLocation> skipped = new LinkedHashMap<>();

  /** The directories with a document that an import turns into a declaration. */
  private final Set<String> imported = new HashSet<>();

  /** The directories with a declaration, or with a text that may be one. */
  private final Set<String> declaring = new HashSet<>();

  /**
   * Starts a set.
   *
   * @param overrides records the overrides that apply; null: there are none
   */
  DocumentReader(Assumptions assumptions, @Nullable OverrideMatches overrides) {
    this.assumptions = assumptions;
    this.overrides = overrides;
  }

  /** Starts a source. */
  void begin(Source source) {
    directory = source.directory().orElse(null);
    embedded = source.isEmbedded();
  }

  /** Reads one document. */
  void read(String file, YamlDocument chunk) {
    YamlDocumentReader.Read read = YamlDocumentReader.read(chunk);
    boolean skips = false;
    for (Tree tree : read.documents()) {
      if (directory != null && OtherDocument.is(tree)) {
        skip(directory, file, tree);
        skips = true;
      } else {
        document(file, tree);
      }
    }
    for (ReadingProblem problem : read.problems()) {
      // Another tool may have tags of its own.
      if (!skips || problem.rule() != Rule.WRONG_TYPE) {
        problem(
            file,
            UnfilledVariable.explained(
                problem,
                chunk,
                new Variables(file, assumptions.style(), null),
                assumptions.variables() != null));
      }
    }
  }

  private void skip(String from, String file, Tree tree) {
    empty = false;
    SourceLocation place = at(file, tree.position());
    skipped.putIfAbsent(from, place);
    if (OtherDocument.isImported(tree)) {
      imported.add(from);
    }
    found.add(OtherDocument.skipped(tree, located.size(), file, from).at(place));
  }

  /** Returns the declarations that were read, with or without errors. */
  List<Located> located() {
    return located;
  }

  /** Returns the findings. */
  List<Diagnostic> found() {
    return found;
  }

  /** Ends the set. A set without a document is an error, and so is a directory without one. */
  void end(String file) {
    if (empty) {
      problem(file, DeclarationHeader.nothing());
    }
    for (Map.Entry<String, SourceLocation> first : skipped.entrySet()) {
      if (!declaring.contains(first.getKey())) {
        found.add(
            OtherDocument.nothingElse(
                    located.size(), first.getKey(), imported.contains(first.getKey()))
                .at(first.getValue()));
      }
    }
  }

  /** Records that the set, and the directory of the current source, have something to read. */
  private void reads() {
    empty = false;
    if (directory != null) {
      declaring.add(directory);
    }
  }

  /** Adds a finding about a text that cannot be read, completely or in part. */
  void problem(String file, ReadingProblem problem) {
    reads();
    if (overrides != null) {
      overrides.incomplete();
    }
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
    reads();
    DocumentFindings findings = new DocumentFindings(file, located.size());
    FilledDocument filled = filled(tree, findings);
    Tree document = filled == null ? tree : filled.tree();
    Variables variables = new Variables(file, assumptions.style(), filled);
    if (DeclarationHeader.check(document, findings)) {
      OverriddenDocument overridden =
          overrides == null ? null : OverriddenDocument.of(document, overrides);
      Tree read = overridden == null ? document : overridden.tree();
      if (filled != null) {
        filled.missing().report(read);
      }
      declaration(read, new Given(variables, overridden), findings);
    } else {
      if (overrides != null && isError(findings.found())) {
        overrides.incomplete();
      }
      add(findings.found(), document, new Given(variables, null));
    }
  }

  /** Returns the document with the values of variables; null: variables are not filled in. */
  private @Nullable FilledDocument filled(Tree tree, DocumentFindings findings) {
    Map<String, String> values = assumptions.variables();
    return values == null
        ? null
        : FilledDocument.of(tree, values, new MissingVariables(findings, assumptions.style()));
  }

  private void declaration(Tree tree, Given given, DocumentFindings findings) {
    String file = findings.file();
    SchemaValidator.check(tree, findings);
    DeclaredNamespace.check(tree, findings);
    AssumedFields.check(tree, assumptions, findings);
    EgressAliases declaration = SpecField.declaration(AssumedFields.filled(tree, assumptions));
    located.add(new Located(declaration, file, embedded, tree));
    FollowOnFindings consequences = new FollowOnFindings(findings.broken());
    for (Diagnostic each : checks.check(declaration)) {
      Diagnostic diagnostic = DeclaredNamespace.placed(each, tree);
      if (!consequences.follows(diagnostic)) {
        Position position =
            OF_KEYS.contains(diagnostic.rule())
                ? Locator.locateKey(tree, diagnostic.path())
                : Locator.locate(tree, diagnostic.path());
        found.add(given.explained(diagnostic, tree).at(at(file, position)));
      }
    }
    add(findings.found(), tree, given);
  }

  private void add(List<Diagnostic> more, Tree tree, Given given) {
    for (Diagnostic diagnostic : more) {
      if (!given.variables().cause(diagnostic)) {
        found.add(given.explained(diagnostic, tree));
      }
    }
  }

  /**
   * The values that options give to a document.
   *
   * @param overridden the document with overrides; null: there are none
   */
  private record Given(Variables variables, @Nullable OverriddenDocument overridden) {

    Diagnostic explained(Diagnostic finding, Tree tree) {
      Diagnostic explained = UnfilledVariable.explained(finding, tree, variables);
      return overridden == null ? explained : overridden.explained(explained);
    }
  }

  private static boolean isError(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      if (finding.severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** The locations of the aliases that are already read. */
  private final class Places implements AliasPlaces {
    @Override
    public Optional<SourceLocation> of(int document, int alias) {
      return located.get(document).named(alias);
    }
  }

  private static SourceLocation at(String file, Position position) {
    return new SourceLocation(file, position.line(), position.column());
  }
}
