package io.egressalias.krm;

import io.egressalias.declaration.YamlEvents;
import io.egressalias.krm.Node.Entry;
import io.egressalias.krm.Node.Mapping;
import io.egressalias.krm.Node.Place;
import io.egressalias.krm.Node.Scalar;
import io.egressalias.krm.Node.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads a text into nodes. What repeats a node is a node with the same content, which stands at the
 * place of the alias; what is in it stands where it does.
 */
final class NodeReader {
  private final Text text;
  private final Iterator<Event> events;
  private final Map<Anchor, Node> anchors = new HashMap<>();
  private final List<Repeat> repeats;

  private NodeReader(Text text, String characters, List<Repeat> repeats) {
    this.text = text;
    this.repeats = repeats;
    this.events = YamlEvents.of(characters);
  }

  /**
   * Returns the documents that are maps.
   *
   * @param repeats gets what aliases repeat
   * @throws YamlEngineException if the text is no YAML
   */
  static List<Node> documents(Text text, String characters, List<Repeat> repeats) {
    NodeReader reader = new NodeReader(text, characters, repeats);
    List<Node> documents = new ArrayList<>();
    while (reader.events.hasNext()) {
      if (reader.events.next() instanceof NodeEvent event) {
        reader.anchors.clear();
        Node document = reader.node(event);
        if (document instanceof Mapping) {
          documents.add(document);
        }
      }
    }
    return documents;
  }

  private Node node(NodeEvent event) {
    if (event instanceof AliasEvent alias) {
      Node known = anchors.get(alias.getAlias());
      if (known == null) {
        throw new ComposerException(
            "found undefined alias " + alias.getAlias(), event.getStartMark());
      }
      Place place = place(alias, alias);
      repeats.add(new Repeat(alias.getAlias().getValue(), place, known, text.contentEnd(known)));
      return known.repeatedAt(place);
    }
    Node node = value(event);
    if (event.getAnchor().isPresent()) {
      anchors.put(event.getAnchor().get(), node);
    }
    return node;
  }

  private Node value(NodeEvent event) {
    if (event instanceof ScalarEvent scalar) {
      return new Scalar(place(event, event), scalar.getValue(), scalar.isPlain());
    }
    boolean flow = ((CollectionStartEvent) event).isFlow();
    return event instanceof SequenceStartEvent ? sequence(event, flow) : mapping(event, flow);
  }

  private Sequence sequence(NodeEvent start, boolean flow) {
    List<Node> items = new ArrayList<>();
    Event next = events.next();
    while (next instanceof NodeEvent item) {
      items.add(node(item));
      next = events.next();
    }
    return new Sequence(place(start, next), flow, dash(start, flow), items);
  }

  /**
   * The event ends behind its bracket, or where the first dash begins; behind that dash, where the
   * list stands in the column of its key.
   */
  private int dash(NodeEvent start, boolean flow) {
    Mark mark = start.getEndMark().orElseThrow();
    return mark.getColumn() - (flow || text.at(text.offset(mark.getIndex())) != '-' ? 1 : 0);
  }

  private Mapping mapping(NodeEvent start, boolean flow) {
    List<Entry> entries = new ArrayList<>();
    Event next = events.next();
    while (next instanceof NodeEvent key) {
      entries.add(new Entry(node(key), node((NodeEvent) events.next())));
      next = events.next();
    }
    return new Mapping(place(start, next), flow, entries);
  }

  private Place place(Event first, Event last) {
    Mark start = first.getStartMark().orElseThrow();
    int end = last.getEndMark().orElseThrow().getIndex();
    return new Place(
        text.offset(start.getIndex()), text.offset(end), start.getLine(), start.getColumn());
  }
}
