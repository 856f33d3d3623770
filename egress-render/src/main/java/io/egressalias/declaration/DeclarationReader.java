package io.egressalias.declaration;

import io.egressalias.diagnostic.Diagnostic;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.diagnostic.Validated;
import io.egressalias.internal.text.YamlDocument;
import io.egressalias.internal.text.YamlDocuments;
import io.egressalias.model.EgressAliases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads declarations from text.
 *
 * <p>Reports all findings in one run. An error in a document does not hide findings in the next
 * document, and an error in a field does not hide findings in independent fields.
 */
public final class DeclarationReader {
  private final DocumentReader documents;

  private DeclarationReader(Assumptions assumptions, @Nullable OverrideMatches overrides) {
    documents = new DocumentReader(assumptions, overrides);
  }

  /**
   * Reads and checks one text. If a finding is an error, the result has no declarations.
   *
   * @param file the name of the text in findings
   */
  public static Validated<List<EgressAliases>> read(String file, String text) {
    return Declarations.documentsOf(read(List.of(Source.of(file, text)), Assumptions.none()));
  }

  /**
   * Reads and checks texts that make one set. If a finding is an error, the result has no
   * declarations.
   */
  public static Validated<Declarations> read(List<Source> sources, Assumptions assumptions) {
    return read(sources, assumptions, (OverrideMatches) null);
  }

  /**
   * Reads and checks texts that make several sets, such as one before a change and one after it. If
   * a finding of a set is an error, its result has no declarations.
   *
   * @throws InvalidOverrideException if the path of an override selects an item of a list, such as
   *     an alias, that no set has
   */
  public static List<Validated<Declarations>> readEach(
      List<List<Source>> sets, Assumptions assumptions, Overrides overrides) {
    OverrideMatches matches = OverrideMatches.of(overrides);
    List<Validated<Declarations>> results = new ArrayList<>(sets.size());
    for (List<Source> sources : sets) {
      results.add(read(sources, assumptions, matches));
    }
    if (matches != null) {
      matches.refuseUnmatched();
    }
    return results;
  }

  private static Validated<Declarations> read(
      List<Source> sources, Assumptions assumptions, @Nullable OverrideMatches overrides) {
    DeclarationReader reader = new DeclarationReader(assumptions, overrides);
    for (Source source : sources) {
      reader.source(source);
    }
    return reader.result(sources);
  }

  private void source(Source source) {
    documents.begin(source);
    if (source.problem().isPresent()) {
      documents.problem(source.name(), source.problem().get());
      return;
    }
    List<YamlDocument> chunks = YamlDocuments.of(source.text());
    if (chunks.size() > Limits.DOCUMENTS) {
      documents.problem(
          source.name(), YamlDocumentReader.tooManyDocuments(chunks.get(Limits.DOCUMENTS)));
      return;
    }
    for (YamlDocument chunk : chunks) {
      documents.read(source.name(), chunk);
    }
  }

  private Validated<Declarations> result(List<Source> sources) {
    documents.end(sources.isEmpty() ? "" : sources.get(0).name());
    List<Diagnostic> found = documents.found();
    if (found.size() > 1) {
      found.sort(new ReadingOrder(sources));
    }
    return Validated.of(new Declarations(documents.located()), found);
  }

  /** Orders by file as given, then by position, then by severity. */
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
      int byPlace = byFile != 0 ? byFile : l.compareTo(r);
      return byPlace != 0 ? byPlace : right.severity().compareTo(left.severity());
    }
  }
}
