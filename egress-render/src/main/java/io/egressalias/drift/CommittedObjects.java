package io.egressalias.drift;

import io.egressalias.declaration.YamlEvents;
import io.egressalias.diagnostic.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects of a committed text, YAML or JSON. It may be anybody's, so it is left at the
 * first thing that no manifest has: a key that is there twice, a tag, a depth without end.
 */
final class CommittedObjects {
  /** The objects that are rendered have nine levels. */
  private static final int DEPTH = 64;

  /** How many values a text may have, repeated ones counted each time. */
  private static final int VALUES = 5_000_000;

  private static final Set<String> STRING_TAGS = Set.of("!", "tag:yaml.org,2002:str");
  private static final String TAG = "a tag, which no manifest needs";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Iterator<Event> events;
  private final Map<Anchor, Sized> anchors = new HashMap<>();
  private int values;

  /** A value, and how many there are in it when all that it repeats is written out. */
  private record Sized(JsonNode node, int size) {}

  /** That a text cannot be read, and why. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(Optional<Mark> place, String problem) {
      super(
          place
                  .map(m -> "line " + (m.getLine() + 1) + ", column " + (m.getColumn() + 1) + ": ")
                  .orElse("")
              + problem,
          null,
          false,
          false);
    }
  }

  private CommittedObjects(String text) {
    events = YamlEvents.of(text);
  }

  /** Returns the documents that hold anything, and in place of a {@code List} what is in it. */
  static List<JsonNode> read(String text) throws Unreadable {
    try {
      return new CommittedObjects(text.startsWith("\uFEFF") ? text.substring(1) : text).documents();
    } catch (MarkedYamlEngineException e) {
      throw new Unreadable(e.getProblemMark(), e.getProblem());
    } catch (YamlEngineException e) {
      throw new Unreadable(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private List<JsonNode> documents() throws Unreadable {
    List<JsonNode> documents = new ArrayList<>();
    while (events.hasNext()) {
      if (events.next() instanceof NodeEvent event) {
        anchors.clear();
        JsonNode document = node(event, 1);
        if (document.path("kind").asString("").equals("List") && document.path("items").isArray()) {
          document.path("items").forEach(documents::add);
        } else if (!document.isNull()) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  private JsonNode node(NodeEvent event, int depth) throws Unreadable {
    if (event instanceof AliasEvent alias) {
      return repeated(alias);
    }
    int before = values;
    count(1, event);
    if (depth > DEPTH) {
      throw new Unreadable(event.getStartMark(), "lists and maps stand too deep in one another");
    }
    JsonNode node = value(event, depth);
    event.getAnchor().ifPresent(a -> anchors.put(a, new Sized(node, values - before)));
    return node;
  }

  private JsonNode repeated(AliasEvent alias) throws Unreadable {
    Sized known = anchors.get(alias.getAlias());
    if (known == null) {
      throw new Unreadable(
          alias.getStartMark(), "`*" + alias.getAlias() + "` repeats no value that ends before it");
    }
    count(known.size(), alias);
    return known.node();
  }

  private void count(int more, Event event) throws Unreadable {
    if (more > VALUES - values) {
      throw new Unreadable(event.getStartMark(), "there are too many values");
    }
    values += more;
  }

  private JsonNode value(NodeEvent event, int depth) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    if (((CollectionStartEvent) event).getTag().isPresent()) {
      throw new Unreadable(event.getStartMark(), TAG);
    }
    return event instanceof SequenceStartEvent ? list(depth) : map(depth);
  }

  private ArrayNode list(int depth) throws Unreadable {
    ArrayNode items = NODES.arrayNode();
    while (events.next() instanceof NodeEvent item) {
      items.add(node(item, depth + 1));
    }
    return items;
  }

  private ObjectNode map(int depth) throws Unreadable {
    ObjectNode entries = NODES.objectNode();
    while (events.next() instanceof NodeEvent event) {
      if (!(event instanceof ScalarEvent key)) {
        throw new Unreadable(event.getStartMark(), "what stands here cannot be a key");
      }
      JsonNode value = node((NodeEvent) events.next(), depth + 1);
      if (entries.has(key.getValue())) {
        throw new Unreadable(
            event.getStartMark(),
            "the key `" + Quoted.shortened(key.getValue()) + "` is there twice");
      }
      entries.set(key.getValue(), value);
    }
    return entries;
  }

  private static JsonNode scalar(ScalarEvent scalar) throws Unreadable {
    boolean string = scalar.getTag().filter(STRING_TAGS::contains).isPresent();
    if (scalar.getTag().isPresent() && !string) {
      throw new Unreadable(scalar.getStartMark(), TAG);
    }
    return string || !scalar.isPlain()
        ? NODES.stringNode(scalar.getValue())
        : PlainValue.of(scalar.getValue());
  }
}
