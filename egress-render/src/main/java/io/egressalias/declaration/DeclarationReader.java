package io.egressalias.declaration;

import io.egressalias.check.Checks;
import io.egressalias.declaration.Declarations.Located;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.TreeReader.Problem;
import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads declarations: text in, values and findings out.
 *
 * <p>Finds everything in one run. A document that is broken hides nothing of the next, and a field
 * that is broken nothing of the others.
 */
public final class DeclarationReader {
  private final Assumptions assumptions;
  private final List<Located> located = new ArrayList<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Consequences> consequences = new ArrayList<>();
  private int candidates;

  private DeclarationReader(Assumptions assumptions) {
    this.assumptions = assumptions;
  }

  /**
   * Reads one text.
   *
   * @param file what the text is called in findings
   */
  public static Validated<List<EgressAliases>> read(String file, String text) {
    Validated<Declarations> read = read(List.of(Source.of(file, text)), Assumptions.none());
    return read.value().checked(read.diagnostics());
  }

  /** Reads texts that make one set, and checks the set. */
  public static Validated<Declarations> read(List<Source> sources, Assumptions assumptions) {
    DeclarationReader reader = new DeclarationReader(assumptions);
    for (Source source : sources) {
      reader.source(source);
    }
    return reader.result(sources);
  }

  private void source(Source source) {
    if (source.problem().isPresent()) {
      problem(source.name(), source.problem().get());
      return;
    }
    List<Chunk> chunks = Chunk.split(withoutByteOrderMark(source.text()));
    if (chunks.size() > Limits.DOCUMENTS) {
      problem(source.name(), TreeReader.tooManyDocuments(chunks.get(Limits.DOCUMENTS)));
      return;
    }
    for (Chunk chunk : chunks) {
      TreeReader.Read read = TreeReader.read(chunk);
      for (Tree tree : read.documents()) {
        document(source.name(), tree);
      }
      for (Problem problem : read.problems()) {
        problem(source.name(), problem);
      }
    }
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void problem(String file, Problem problem) {
    candidates++;
    SourceLocation place =
        new SourceLocation(file, problem.position().line(), problem.position().column());
    found.add(
        Diagnostic.of(
                problem.rule(),
                located.size(),
                FieldPath.root(),
                problem.message(),
                problem.remedy())
            .at(place));
  }

  private void document(String file, Tree tree) {
    if (tree instanceof Scalar scalar && scalar.isNull()) {
      return;
    }
    candidates++;
    DocumentFindings findings = new DocumentFindings(file, located.size());
    if (Kind.check(tree, findings)) {
      Structure.check(tree, findings);
      PlatformDecoder platforms = new PlatformDecoder(tree, assumptions, findings);
      EgressAliases declaration = Decoder.document(tree, platforms);
      consequences.add(new Consequences(findings.broken()));
      located.add(new Located(declaration, file, tree));
    }
    found.addAll(findings.found());
  }

  private Validated<Declarations> result(List<Source> sources) {
    Declarations declarations = new Declarations(located);
    for (Diagnostic diagnostic : Checks.check(declarations.documents())) {
      if (!consequences.get(diagnostic.document()).follows(diagnostic)) {
        found.add(declarations.locate(diagnostic));
      }
    }
    if (candidates == 0) {
      String name = sources.isEmpty() ? "" : sources.get(0).name();
      problem(name, Kind.nothing());
    }
    if (found.size() > 1) {
      found.sort(new ReadingOrder(sources));
    }
    return new Validated<>(declarations, found);
  }

  /** By file as they were given, then by place. */
  private static final class ReadingOrder implements Comparator<Diagnostic> {
    private final Map<String, Integer> files = new HashMap<>();

    ReadingOrder(List<Source> sources) {
      for (Source source : sources) {
        files.putIfAbsent(source.name(), files.size());
      }
    }

    @Override
    public int compare(Diagnostic left, Diagnostic right) {
      SourceLocation l = left.location().orElseThrow();
      SourceLocation r = right.location().orElseThrow();
      int byFile = files.getOrDefault(l.file(), 0).compareTo(files.getOrDefault(r.file(), 0));
      return byFile != 0 ? byFile : l.compareTo(r);
    }
  }
}
