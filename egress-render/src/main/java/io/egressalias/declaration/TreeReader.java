package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Entry;
import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Position;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.Tree.Sequence;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a chunk of YAML into trees. Works on the parser's events, so that a hostile text is left at
 * the first event beyond a limit and never held as a whole.
 */
final class TreeReader {
  private static final String STRING_TAG = "tag:yaml.org,2002:str";
  private static final Set<String> COLLECTION_TAGS =
      Set.of("tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

  private final Chunk chunk;
  private final List<Problem> problems = new ArrayList<>();
  private final Iterator<Event> events;
  private final Map<Anchor, Sized> anchors = new HashMap<>();
  private int nodes;

  /** A tree and how many values it has when everything that it repeats is written out. */
  private record Sized(Tree tree, int size) {}

  /** What can be read of a chunk, and what cannot. */
  record Read(List<Tree> documents, List<Problem> problems) {}

  /** Why a text cannot be read. */
  record Problem(Rule rule, Position position, String message, String remedy) {}

  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    Unreadable(Problem problem) {
      super(problem.message(), null, false, false);
      this.problem = problem;
    }
  }

  private TreeReader(Chunk chunk) {
    this.chunk = chunk;
    this.events = YamlEvents.of(ended(chunk.text()));
  }

  /** To the parser a carriage return ends no line where nothing comes after it. */
  private static String ended(String text) {
    return text.endsWith("\r") ? text + "\n" : text;
  }

  static Read read(Chunk chunk) {
    Optional<Problem> unprintable = Unprintable.find(chunk);
    if (unprintable.isPresent()) {
      return new Read(List.of(), List.of(unprintable.get()));
    }
    return new TreeReader(chunk).documents();
  }

  private Read documents() {
    List<Tree> documents = new ArrayList<>();
    try {
      while (events.hasNext()) {
        Event event = events.next();
        if (event instanceof NodeEvent node) {
          anchors.clear();
          nodes = 0;
          documents.add(node(node, 1));
        }
      }
    } catch (Unreadable e) {
      problems.add(e.problem);
    } catch (MarkedYamlEngineException e) {
      problems.add(SyntaxProblem.of(e, chunk));
    } catch (YamlEngineException e) {
      problems.add(version());
    }
    return new Read(documents, problems);
  }

  private Tree node(NodeEvent event, int depth) throws Unreadable {
    Position position = position(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return repeated(alias, position);
    }
    int before = nodes;
    count(1, position);
    if (depth > Limits.DEPTH) {
      throw limit(
          position,
          "lists and maps stand more than " + Limits.DEPTH + " deep",
          "Close brackets before opening more; a declaration needs eight levels");
    }
    Tree tree = value(event, position, depth);
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), new Sized(tree, nodes - before));
    }
    return tree;
  }

  private Tree value(NodeEvent event, Position position, int depth) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, position);
    }
    refuseTag(((CollectionStartEvent) event).getTag(), position);
    return event instanceof SequenceStartEvent
        ? sequence(position, depth)
        : mapping(position, depth);
  }

  private Sequence sequence(Position position, int depth) throws Unreadable {
    List<Tree> items = new ArrayList<>();
    while (events.next() instanceof NodeEvent item) {
      items.add(node(item, depth + 1));
    }
    return new Sequence(position, items);
  }

  private Mapping mapping(Position position, int depth) throws Unreadable {
    List<Entry> entries = new ArrayList<>();
    while (events.next() instanceof NodeEvent event) {
      Tree key = node(event, depth + 1);
      if (!(key instanceof Scalar name)) {
        throw new Unreadable(
            new Problem(
                Rule.SYNTAX,
                key.position(),
                "expected a key, found " + key.found(),
                "Write a word before `:`, and put what holds `{{ }}` in quotes"));
      }
      entries.add(new Entry(name, node((NodeEvent) events.next(), depth + 1)));
    }
    return new Mapping(position, entries);
  }

  private Scalar scalar(ScalarEvent event, Position position) {
    Optional<String> tag = event.getTag();
    boolean string = tag.isPresent() && (tag.get().equals(STRING_TAG) || tag.get().equals("!"));
    if (!string) {
      refuseTag(tag, position);
    }
    return new Scalar(position, event.getValue(), event.isPlain() && !string);
  }

  private Tree repeated(AliasEvent alias, Position position) throws Unreadable {
    Sized known = anchors.get(alias.getAlias());
    if (known == null) {
      throw new Unreadable(
          new Problem(
              Rule.SYNTAX,
              position,
              "`*%s` repeats no value that ends before it".formatted(alias.getAlias()),
              "Mark the value that is meant with `&%s`, further up; if `*` is meant, put it in quotes"
                  .formatted(alias.getAlias())));
    }
    count(known.size(), position);
    return known.tree();
  }

  private void count(int more, Position position) throws Unreadable {
    if (more > Limits.NODES - nodes) {
      throw limit(
          position,
          "the document has more than " + grouped(Limits.NODES) + " values, repeated ones counted",
          "Divide it into several documents, with `---` between them");
    }
    nodes += more;
  }

  static Problem tooManyDocuments(Chunk first) {
    return new Problem(
        Rule.LIMIT,
        new Position(first.line(), 1),
        "the text has more than " + grouped(Limits.DOCUMENTS) + " documents",
        "Divide it into several files");
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void refuseTag(Optional<String> tag, Position position) {
    if (tag.isPresent() && !COLLECTION_TAGS.contains(tag.get())) {
      problems.add(
          new Problem(
              Rule.WRONG_TYPE,
              position,
              "expected a value without a tag, found the tag `"
                  + Quoted.shortened(tag.get().replaceFirst("^tag:yaml\\.org,2002:", "!!"))
                  + "`",
              "Take the tag out; quotes make a string, and nothing else is needed"));
    }
  }

  private static Unreadable limit(Position position, String exceeded, String remedy) {
    return new Unreadable(new Problem(Rule.LIMIT, position, exceeded, remedy));
  }

  /** The one thing of which the parser tells no place. */
  private Problem version() {
    return new Problem(
        Rule.SYNTAX,
        new Position(chunk.line(), 1),
        "expected `%YAML 1.2`, found another version",
        "Take the directive out");
  }

  private Position position(Optional<Mark> mark) {
    return mark.isPresent()
        ? new Position(chunk.line() + mark.get().getLine(), mark.get().getColumn() + 1)
        : new Position(chunk.line(), 1);
  }
}
