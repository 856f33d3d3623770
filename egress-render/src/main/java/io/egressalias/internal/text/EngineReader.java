package io.egressalias.internal.text;

import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.Unreadable.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Reads any YAML text into trees, one document at a time. Uses the events of the parser, so that
 * reading a hostile text stops at the first event beyond a limit and never holds the whole text as
 * a tree.
 */
final class EngineReader {
  private static final String STRING_TAG = "tag:yaml.org,2002:str";

  private final String text;
  private final int firstLine;
  private final Dialect dialect;
  private final Offsets offsets;
  private final Iterator<Event> events;
  private final Map<Anchor, Sized> anchors = new HashMap<>();
  private int values;

  /** A tree and the number of its values after YAML aliases are expanded. */
  private record Sized(Tree tree, int size) {}

  /**
   * Creates a reader of a text.
   *
   * @param firstLine the line of the file in which the text starts, from 1
   */
  EngineReader(String text, int firstLine, Dialect dialect) {
    this.text = text;
    this.firstLine = firstLine;
    this.dialect = dialect;
    this.offsets = new Offsets(text);
    this.events = YamlEvents.of(text);
  }

  /**
   * Returns the next document; null: none.
   *
   * @throws Unreadable if the text exceeds a limit, or has a construct that its kind of text does
   *     not allow
   * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if it is not valid YAML
   */
  @Nullable Tree next() throws Unreadable {
    while (events.hasNext()) {
      if (events.next() instanceof NodeEvent node) {
        anchors.clear();
        values = 0;
        return node(node, 1);
      }
    }
    return null;
  }

  private Tree node(NodeEvent event, int depth) throws Unreadable {
    if (event instanceof AliasEvent alias) {
      return repeated(alias);
    }
    int before = values;
    count(1, event);
    if (depth > dialect.depth()) {
      throw new Unreadable(Reason.DEPTH, position(event), "");
    }
    Tree tree = value(event, depth);
    Optional<Anchor> anchor = event.getAnchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), new Sized(tree, values - before));
    }
    return tree;
  }

  private Tree repeated(AliasEvent alias) throws Unreadable {
    Sized known = anchors.get(alias.getAlias());
    String anchor = alias.getAlias().getValue();
    if (known == null) {
      throw new Unreadable(Reason.ALIAS, position(alias), anchor);
    }
    count(known.size(), alias);
    return dialect.repeated(anchor, known.tree(), place(alias, alias));
  }

  private void count(int more, Event event) throws Unreadable {
    if (more > dialect.values() - values) {
      throw new Unreadable(Reason.VALUES, position(event), "");
    }
    values += more;
  }

  private Tree value(NodeEvent event, int depth) throws Unreadable {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (start.getTag().isPresent()) {
      dialect.tag(start.getTag().get(), position(event));
    }
    return event instanceof SequenceStartEvent ? sequence(start, depth) : mapping(start, depth);
  }

  private Scalar scalar(ScalarEvent event) throws Unreadable {
    Optional<String> tag = event.getTag();
    boolean string = tag.isPresent() && (tag.get().equals(STRING_TAG) || tag.get().equals("!"));
    if (tag.isPresent() && !string) {
      dialect.tag(tag.get(), position(event));
    }
    return new Scalar(place(event, event), event.getValue(), event.isPlain() && !string);
  }

  private Sequence sequence(CollectionStartEvent start, int depth) throws Unreadable {
    List<Tree> items = new ArrayList<>();
    Event next = events.next();
    while (next instanceof NodeEvent item) {
      items.add(node(item, depth + 1));
      next = events.next();
    }
    return new Sequence(place(start, next), start.isFlow(), dash(start), items);
  }

  /**
   * The event ends after its bracket, or at the first dash; if the list is in the column of its
   * key, it ends after that dash.
   */
  private int dash(CollectionStartEvent start) {
    Mark mark = start.getEndMark().orElseThrow();
    boolean behind = start.isFlow() || !text.startsWith("-", offsets.of(mark.getIndex()));
    return mark.getColumn() - (behind ? 1 : 0);
  }

  private Mapping mapping(CollectionStartEvent start, int depth) throws Unreadable {
    List<Entry> entries = new ArrayList<>();
    Set<String> keys = dialect.uniqueKeys() ? new HashSet<>() : Set.of();
    Event next = events.next();
    while (next instanceof NodeEvent event) {
      Tree key = node(event, depth + 1);
      Scalar name = key instanceof Scalar scalar ? scalar : dialect.key(key);
      entries.add(new Entry(name, node((NodeEvent) events.next(), depth + 1)));
      if (dialect.uniqueKeys() && !keys.add(name.text())) {
        throw new Unreadable(Reason.DUPLICATE, name.position(), name.text());
      }
      next = events.next();
    }
    return new Mapping(place(start, next), start.isFlow(), entries);
  }

  private Place place(Event first, Event last) {
    int start = first.getStartMark().orElseThrow().getIndex();
    int end = last.getEndMark().orElseThrow().getIndex();
    return new Place(position(first), offsets.of(start), offsets.of(end));
  }

  private Position position(Event event) {
    Mark mark = event.getStartMark().orElseThrow();
    return new Position(firstLine + mark.getLine(), mark.getColumn() + 1);
  }
}
