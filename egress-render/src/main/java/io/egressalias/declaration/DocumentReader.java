package io.egressalias.declaration;

import io.egressalias.check.SetChecks;
import io.egressalias.declaration.Declarations.Located;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.TreeReader.Problem;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Reads a set of declarations stretch by stretch, and checks each with all that came before it. Of
 * what it has read it keeps a few bytes for each alias.
 */
public final class DocumentReader {
  private static final Comparator<Diagnostic> BY_PLACE = new ByPlace();

  private final Assumptions assumptions;
  private final SetChecks checks;
  private final IntFunction<Earlier> earlier;

  /** What was read of the stretch that is being read, and the number of its first declaration. */
  private List<Located> located = List.of();

  private int first;
  private int documents;
  private int candidates;
  private long aliases;

  /**
   * A declaration that was read before, right or wrong. It is for comparing with later ones, and
   * cannot be rendered.
   */
  public static final class Earlier {
    private final EgressAliases declaration;

    Earlier(EgressAliases declaration) {
      this.declaration = declaration;
    }
  }

  /**
   * Begins a set.
   *
   * @param earlier returns a declaration that was read before, by its number in the set, from 0;
   *     asked only where two aliases seem to be one
   */
  public DocumentReader(Assumptions assumptions, IntFunction<Earlier> earlier) {
    this.assumptions = assumptions;
    this.checks = new SetChecks(new Known());
    this.earlier = earlier;
  }

  /**
   * Reads a stretch. The declarations are those that stand in it, counted from 0; with an error
   * there are none. The findings are in the order of their places, and count declarations from the
   * beginning of the set.
   */
  public Validated<Declarations> read(String file, Chunk chunk) {
    first = documents;
    located = new ArrayList<>(1);
    List<Diagnostic> found = new ArrayList<>();
    TreeReader.Read read = TreeReader.read(chunk);
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

  /** Returns how many declarations were read so far, right or wrong. */
  public int documents() {
    return documents;
  }

  /** Returns how many aliases were read so far, right or wrong. */
  public long aliases() {
    return aliases;
  }

  /** Returns what is to be said of a text of which nothing more can be read. */
  public List<Diagnostic> problems(SourceStream source) {
    return source.problem().isPresent()
        ? List.of(problem(source.name(), source.problem().get()))
        : List.of();
  }

  /** Returns the declarations of a stretch that was read before, and says nothing of them. */
  public List<Earlier> again(Chunk chunk) {
    List<Earlier> declarations = new ArrayList<>();
    for (Tree tree : TreeReader.read(chunk).documents()) {
      DocumentFindings findings = new DocumentFindings("", 0);
      if (Kind.check(tree, findings)) {
        declarations.add(new Earlier(decoded(tree, findings)));
      }
    }
    return declarations;
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
            problem.rule(), documents, FieldPath.root(), problem.message(), problem.remedy())
        .at(place);
  }

  private void document(String file, Tree tree, List<Diagnostic> found) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return;
    }
    candidates++;
    DocumentFindings findings = new DocumentFindings(file, documents);
    if (Kind.check(tree, findings)) {
      Structure.check(tree, findings);
      Located read = new Located(decoded(tree, findings), file, tree);
      located.add(read);
      documents++;
      aliases += read.declaration().aliases().size();
      check(read, new Consequences(findings.broken()), found);
    }
    found.addAll(findings.found());
  }

  private EgressAliases decoded(Tree tree, DocumentFindings findings) {
    return Decoder.document(tree, new PlatformDecoder(tree, assumptions, findings));
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
      return document < first
          ? earlier.apply(document).declaration
          : located.get(document - first).declaration();
    }
  }

  private static final class ByPlace implements Comparator<Diagnostic> {
    @Override
    public int compare(Diagnostic left, Diagnostic right) {
      return left.location().orElseThrow().compareTo(right.location().orElseThrow());
    }
  }
}
