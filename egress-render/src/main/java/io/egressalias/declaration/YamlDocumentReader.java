package io.egressalias.declaration;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.ReadingProblem;
import io.egressalias.internal.text.SyntaxProblem;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unprintable;
import io.egressalias.internal.text.Unreadable;
import io.egressalias.internal.text.Unreadable.Reason;
import io.egressalias.internal.text.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one document of a text into a tree, and reports what cannot be read. */
final class YamlDocumentReader implements Dialect {
  private static final Set<String> COLLECTION_TAGS =
      Set.of("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

  private final YamlDocument chunk;
  private final List<ReadingProblem> problems = new ArrayList<>();

  /** The readable documents, and the problems with the others. */
  record Read(List<Tree> documents, List<ReadingProblem> problems) {}

  private YamlDocumentReader(YamlDocument chunk) {
    this.chunk = chunk;
  }

  static Read read(YamlDocument chunk) {
    Optional<ReadingProblem> unprintable = Unprintable.find(chunk);
    if (unprintable.isPresent()) {
      return new Read(List.of(), List.of(unprintable.get()));
    }
    return new YamlDocumentReader(chunk).documents();
  }

  static ReadingProblem tooManyDocuments(YamlDocument first) {
    return new ReadingProblem(
        Rule.LIMIT,
        new Position(first.line(), 1),
        "expected at most " + grouped(Limits.DOCUMENTS) + " documents in a text, found more",
        "Split the text into several files");
  }

  private Read documents() {
    List<Tree> documents = new ArrayList<>(1);
    try {
      TreeReader reader = new TreeReader(ended(chunk.text()), chunk.line(), this);
      for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
        documents.add(tree);
      }
    } catch (Unreadable e) {
      problems.add(problem(e));
    } catch (MarkedYamlEngineException e) {
      problems.add(SyntaxProblem.of(e, chunk));
    } catch (YamlEngineException e) {
      problems.add(version());
    }
    return new Read(documents, problems);
  }

  /** The parser does not treat a carriage return at the end of the text as a line end. */
  private static String ended(String text) {
    return text.endsWith("\r") ? text + "\n" : text;
  }

  @Override
  public int depth() {
    return Limits.DEPTH;
  }

  @Override
  public boolean uniqueKeys() {
    return false;
  }

  @Override
  public int values() {
    return Limits.NODES;
  }

  @Override
  public void tag(String tag, Position position) {
    if (!COLLECTION_TAGS.contains(tag)) {
      problems.add(
          new ReadingProblem(
              Rule.WRONG_TYPE,
              position,
              "expected a value without a tag, found the tag `"
                  + Quoted.shortened(tag.replaceFirst("^tag:yaml\\.org,2002:", "!!"))
                  + "`",
              "Remove the tag, and quote the value if a string is expected"));
    }
  }

  @Override
  public Scalar key(Tree key) throws Unreadable {
    throw new Unreadable(Reason.KEY, key.position(), key.found());
  }

  /** A problem with a repeated value has to be corrected at the anchor. */
  @Override
  public Tree repeated(String anchor, Tree known, Place place) {
    return known;
  }

  private static ReadingProblem problem(Unreadable e) {
    return switch (e.reason()) {
      case KEY ->
          new ReadingProblem(
              Rule.SYNTAX,
              e.position(),
              "expected a key, found " + e.found(),
              "Write a string before `:`, and quote a value that contains `{{ }}`");
      case ALIAS ->
          new ReadingProblem(
              Rule.SYNTAX,
              e.position(),
              "expected a complete earlier value with the anchor `&%1$s` for `*%1$s`, found none"
                  .formatted(e.found()),
              "Add the anchor `&%1$s` to the earlier value, or quote text that starts with `*`"
                  .formatted(e.found()));
      case DEPTH ->
          new ReadingProblem(
              Rule.LIMIT,
              e.position(),
              "expected at most " + Limits.DEPTH + " nested lists and maps, found more",
              "Close every `[` and `{`, or remove levels, because a declaration needs 8 levels");
      case VALUES ->
          new ReadingProblem(
              Rule.LIMIT,
              e.position(),
              "expected at most "
                  + grouped(Limits.NODES)
                  + " values in a document, including repeated values, found more",
              "Split the document into several documents, with `---` between them");
      case DUPLICATE, TAG -> throw new AssertionError("neither ends the reading", e);
    };
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The only error for which the parser reports no position. */
  private ReadingProblem version() {
    return new ReadingProblem(
        Rule.SYNTAX,
        new Position(chunk.line(), 1),
        "expected `%YAML 1.2`, found another version",
        "Remove the `%YAML` directive, or write `%YAML 1.2`");
  }
}
