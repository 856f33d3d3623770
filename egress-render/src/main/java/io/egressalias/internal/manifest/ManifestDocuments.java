package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.JsonTrees;
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
import io.egressalias.internal.text.YamlDocuments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.core.JacksonException;

/** Reads one part of a stream: a YAML document, or JSON documents one after the other. */
final class ManifestDocuments implements Dialect {
  /** The schemas of custom resources are the deepest objects of a cluster. */
  private static final int DEPTH = 256;

  private static final int VALUES = 2_000_000;
  private static final String YAML_1_1 = "%YAML 1.1";
  private static final String MARKER = "---";

  /**
   * What was read.
   *
   * @param trees the documents before a problem
   * @param problem the reason why the rest cannot be read; null: all was read
   */
  record Read(List<Tree> trees, @Nullable ReadingProblem problem) {}

  private ManifestDocuments() {}

  static Read read(YamlDocument part) {
    int json = jsonStart(part.text());
    if (json >= 0) {
      try {
        return new Read(JsonTrees.read(part.text(), json, part.line()), null);
      } catch (JacksonException e) {
        // Like kubectl: text that starts as JSON may be YAML in flow style.
        return yaml(part);
      }
    }
    return yaml(part);
  }

  /** Returns the index of the brace that the part starts with; -1: it starts otherwise. */
  private static int jsonStart(String text) {
    int start = YamlDocuments.isMarker(MARKER, text, 0) ? MARKER.length() : 0;
    while (start < text.length() && " \t\r\n".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start < text.length() && text.charAt(start) == '{' ? start : -1;
  }

  private static Read yaml(YamlDocument part) {
    List<Tree> trees = new ArrayList<>(1);
    Optional<ReadingProblem> unprintable = Unprintable.find(part);
    if (unprintable.isPresent()) {
      return new Read(trees, unprintable.get());
    }
    try {
      String text = ended(part.text());
      TreeReader reader = new TreeReader(text, part.line(), new ManifestDocuments());
      for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
        trees.add(tree);
      }
      return new Read(trees, null);
    } catch (Unreadable e) {
      return new Read(trees, problem(e));
    } catch (MarkedYamlEngineException e) {
      return new Read(trees, SyntaxProblem.of(e, part));
    } catch (YamlEngineException e) {
      return new Read(trees, version(part));
    }
  }

  /**
   * Replaces what kubectl reads and the parser does not: a carriage return at the end of the text,
   * and the directive of YAML 1.1.
   */
  private static String ended(String text) {
    String read = text.startsWith(YAML_1_1) ? "%YAML 1.2" + text.substring(9) : text;
    return read.endsWith("\r") ? read + "\n" : read;
  }

  @Override
  public int depth() {
    return DEPTH;
  }

  @Override
  public int values() {
    return VALUES;
  }

  @Override
  public boolean uniqueKeys() {
    return false;
  }

  /** kubectl ignores a tag that it does not know. */
  @Override
  public void tag(String tag, Position position) {}

  @Override
  public Scalar key(Tree key) throws Unreadable {
    throw new Unreadable(Reason.KEY, key.position(), key.found());
  }

  @Override
  public Tree repeated(String anchor, Tree known, Place place) {
    return known;
  }

  private static ReadingProblem problem(Unreadable e) {
    return switch (e.reason()) {
      case KEY ->
          problem(
              e,
              "expected a key, found " + e.found(),
              "Write text before `:`, and quote a value that starts with `{` or `[`");
      case ALIAS ->
          problem(
              e,
              "`*%1$s` has no anchor `&%1$s` before it in its document".formatted(e.found()),
              "Write the value instead of `*%s`, because an anchor ends with its document"
                  .formatted(e.found()));
      case DEPTH ->
          problem(
              e,
              "expected at most " + DEPTH + " nested lists and maps, found more",
              "Close every `[` and `{`, or remove the document from the input");
      case VALUES ->
          problem(
              e,
              "expected at most 2,000,000 values in a document, including repeated values, found"
                  + " more",
              "Remove the document from the input, or split the document with `---`");
      case DUPLICATE, TAG -> throw new AssertionError("neither ends the reading", e);
    };
  }

  private static ReadingProblem problem(Unreadable e, String message, String remedy) {
    return new ReadingProblem(Rule.NOT_YAML, e.position(), message, remedy);
  }

  private static ReadingProblem version(YamlDocument part) {
    return new ReadingProblem(
        Rule.NOT_YAML,
        new Position(part.line(), 1),
        "expected `%YAML 1.1` or `%YAML 1.2`, found another version",
        "Remove the `%YAML` directive");
  }
}
