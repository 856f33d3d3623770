package io.egressalias.declaration;

import io.egressalias.declaration.Tree.Entry;
import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Position;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.Tree.Sequence;
import io.egressalias.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
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
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
  private static final String STRING_TAG = "tag:yaml.org,2002:str";

  private final int firstLine;
  private final Iterator<Event> events;
  private final Map<Anchor, Sized> anchors = new HashMap<>();
  private int nodes;

  /** A tree and how many values it has when everything that it repeats is written out. */
  private record Sized(Tree tree, int size) {}

  /** What can be read of a chunk, and why it ends early, if it does. */
  record Read(List<Tree> documents, Optional<Problem> problem) {}

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
    this.firstLine = chunk.line();
    this.events = new Parse(SETTINGS).parseString(chunk.text()).iterator();
  }

  static Read read(Chunk chunk) {
    Optional<Problem> unprintable = Unprintable.find(chunk);
    if (unprintable.isPresent()) {
      return new Read(List.of(), unprintable);
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
      return new Read(documents, Optional.of(e.problem));
    } catch (MarkedYamlEngineException e) {
      return new Read(documents, Optional.of(syntax(e)));
    } catch (YamlEngineException e) {
      return new Read(
          documents, Optional.of(problem(Rule.SYNTAX, new Position(firstLine, 1), text(e))));
    }
    return new Read(documents, Optional.empty());
  }

  private Tree node(NodeEvent event, int depth) throws Unreadable {
    Position position = position(event.getStartMark());
    if (event instanceof AliasEvent alias) {
      return repeated(alias, position);
    }
    int before = nodes;
    count(1, position);
    if (depth > Limits.DEPTH) {
      throw limit(position, "lists and maps stand more than " + Limits.DEPTH + " deep");
    }
    Tree tree = value(event, position, depth);
    event.getAnchor().ifPresent(a -> anchors.put(a, new Sized(tree, nodes - before)));
    return tree;
  }

  private Tree value(NodeEvent event, Position position, int depth) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, position);
    }
    if (event instanceof SequenceStartEvent) {
      return sequence(position, depth);
    }
    refuseTag(((MappingStartEvent) event).getTag(), position);
    return mapping(position, depth);
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
                "Write a word before the colon; what holds `{{ }}` has to stand in quotes"));
      }
      entries.add(new Entry(name, node((NodeEvent) events.next(), depth + 1)));
    }
    return new Mapping(position, entries);
  }

  private Scalar scalar(ScalarEvent event, Position position) throws Unreadable {
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
              "`*" + alias.getAlias() + "` repeats what is not defined before it",
              "Write `&" + alias.getAlias() + "` before the value that is meant"));
    }
    count(known.size(), position);
    return known.tree();
  }

  private void count(int more, Position position) throws Unreadable {
    if (more > Limits.NODES - nodes) {
      throw limit(position, "the document has more than " + grouped(Limits.NODES) + " values");
    }
    nodes += more;
  }

  private static String grouped(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static void refuseTag(Optional<String> tag, Position position) throws Unreadable {
    if (tag.isPresent() && !tag.get().startsWith("tag:yaml.org,2002:map")) {
      throw new Unreadable(
          new Problem(
              Rule.SYNTAX,
              position,
              "the tag `" + Quoted.shortened(tag.get()) + "` has no meaning in a declaration",
              "Leave it out; quotes make a string of a number"));
    }
  }

  private static Unreadable limit(Position position, String exceeded) {
    return new Unreadable(
        new Problem(
            Rule.LIMIT,
            position,
            exceeded,
            "Divide the declaration into several documents, with `---` between them"));
  }

  private Problem syntax(MarkedYamlEngineException e) {
    Position position = position(e.getProblemMark().or(e::getContextMark));
    return problem(Rule.SYNTAX, position, text(e));
  }

  private static Problem problem(Rule rule, Position position, String message) {
    return new Problem(rule, position, message, remedy(message));
  }

  private static String text(YamlEngineException e) {
    if (e instanceof MarkedYamlEngineException marked && marked.getProblem() != null) {
      String context = marked.getContext();
      return context == null || context.isEmpty()
          ? marked.getProblem()
          : context + ", " + marked.getProblem();
    }
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("not YAML");
  }

  /** The parser says what it met; what a person did to get there is one of a few things. */
  private static String remedy(String message) {
    if (message.contains("tab") || message.contains("\\t")) {
      return "Indent with spaces; YAML takes no tabs there";
    }
    if (message.contains("mapping values are not allowed")) {
      return "Put a value that contains `: ` in quotes, and begin a new key on a line of its own";
    }
    if (message.contains("quoted scalar")) {
      return "Close the quote";
    }
    if (message.contains("flow")) {
      return "Close every `{` and `[`, and put a comma between items";
    }
    return "Make the indentation of keys that belong together the same, and quote text that begins"
        + " with one of `@ % & * ! | > { [ `";
  }

  private Position position(Optional<Mark> mark) {
    return mark.map(m -> new Position(firstLine + m.getLine(), m.getColumn() + 1))
        .orElse(new Position(firstLine, 1));
  }
}
