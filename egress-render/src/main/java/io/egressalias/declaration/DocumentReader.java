package io.egressalias.declaration;

import io.egressalias.check.SetChecks;
import io.egressalias.declaration.Declarations.Located;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import io.egressalias.text.Tree;
import io.egressalias.text.Tree.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads a set of declarations document by document, and checks each against all that were read
 * before it. It keeps the declarations, so that nothing is read twice, and not their texts.
 */
public final class DocumentReader {
  private static final Comparator<Diagnostic> BY_PLACE = new ByPlace();

  private final Assumptions assumptions;
  private final SetChecks checks;

  /** The declarations that were read so far. */
  private final List<EgressAliases> declarations = new ArrayList<>();

  /** What was read of the last stretch. */
  private List<Located> located = List.of();

  private int candidates;
  private long aliases;

  /** Begins a set. */
  public DocumentReader(Assumptions assumptions) {
    this.assumptions = assumptions;
    this.checks = new SetChecks(new Known());
  }

  /**
   * Reads a stretch. The declarations are those that stand in it, counted from 0; with an error
   * there are none. The findings are in the order of their places, and count declarations from the
   * beginning of the set.
   */
  public Validated<Declarations> read(String file, Chunk chunk) {
    located = new ArrayList<>(1);
    List<Diagnostic> found = new ArrayList<>();
    ChunkReader.Read read = ChunkReader.read(chunk);
    for (Tree tree : read.documents()) {
      document(file, tree, found);
    }
    for (Problem problem : read.problems()) {
      found.add(problem(file, problem));
    }
    if (found.size() > 1) {
      Collections.sort(found, BY_PLACE);
    }
    return Validated.of(new Declarations(located), found);
  }

  /** Returns what was read of the last stretch, right or wrong. */
  List<Located> located() {
    return located;
  }

  /** Returns how many aliases were read so far, right or wrong. */
  public long aliases() {
    return aliases;
  }

  /** Returns what is to be said of a source that is not read. */
  public List<Diagnostic> problems(Source source) {
    return source.problem().isPresent()
        ? List.of(problem(source.name(), source.problem().get()))
        : List.of();
  }

  /** Returns what is to be said of a text of which nothing more can be read. */
  public List<Diagnostic> problems(SourceStream source) {
    return source.problem().isPresent()
        ? List.of(problem(source.name(), source.problem().get()))
        : List.of();
  }

  /** Returns what is to be said where there is no more: a set without a document is an error. */
  public List<Diagnostic> end(String file) {
    return candidates == 0 ? List.of(problem(file, Kind.nothing())) : List.of();
  }

  /** Returns a finding about a text that cannot be read, or of which a part cannot. */
  Diagnostic problem(String file, Problem problem) {
    candidates++;
    SourceLocation place =
        new SourceLocation(file, problem.position().line(), problem.position().column());
    return Diagnostic.of(
            problem.rule(),
            declarations.size(),
            FieldPath.root(),
            problem.message(),
            problem.remedy())
        .at(place);
  }

  private void document(String file, Tree tree, List<Diagnostic> found) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return;
    }
    candidates++;
    DocumentFindings findings = new DocumentFindings(file, declarations.size());
    if (Kind.check(tree, findings)) {
      Structure.check(tree, findings);
      AssumedFields.check(tree, assumptions, findings);
      Tree filled = AssumedFields.filled(tree, assumptions);
      Located read = new Located(SpecField.declaration(filled), file, tree);
      located.add(read);
      declarations.add(read.declaration());
      aliases += read.declaration().aliases().size();
      check(read, new Consequences(findings.broken()), found);
    }
    found.addAll(findings.found());
  }

  private void check(Located read, Consequences consequences, List<Diagnostic> found) {
    for (Diagnostic diagnostic : checks.check(read.declaration())) {
      if (!consequences.follows(diagnostic)) {
        found.add(read.locate(diagnostic));
      }
    }
  }

  private final class Known implements IntFunction<EgressAliases> {
    @Override
    public EgressAliases apply(int document) {
      return declarations.get(document);
    }
  }

  private static final class ByPlace implements Comparator<Diagnostic> {
    @Override
    public int compare(Diagnostic left, Diagnostic right) {
      return left.location().orElseThrow().compareTo(right.location().orElseThrow());
    }
  }
}
