package io.egressalias.internal.format;

import io.egressalias.internal.format.Node.Collection;
import io.egressalias.internal.format.Node.Leaf;
import io.egressalias.internal.format.Node.Part;
import io.egressalias.internal.format.Node.Style;
import io.egressalias.internal.text.Offsets;
import io.egressalias.internal.text.YamlEvents;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Reads a document with its comments, from the events of the parser and the text between them. The
 * parser can report comments as well, but not in all places, and not their columns in flow style.
 */
final class CommentedReader {
  private static final Leaf NONE = new Leaf("", Style.PLAIN, "", List.of());

  private final String text;
  private final Offsets offsets;
  private final Iterator<Event> events;
  private final PendingComments comments;

  private boolean begun;

  private CommentedReader(String text) {
    this.text = text;
    this.offsets = new Offsets(text);
    this.events = YamlEvents.of(text);
    this.comments = new PendingComments(text);
  }

  /**
   * Reads a text with one document, which is a map, and with {@code \n} after every line.
   *
   * @throws Unformattable if it has a construct that is not written
   */
  static CommentedDocument read(String text) throws Unformattable {
    return new CommentedReader(text).document();
  }

  private CommentedDocument document() throws Unformattable {
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof DocumentStartEvent start) {
        refuseDirectives(start);
      } else if (event instanceof MappingStartEvent map) {
        return document(map);
      }
    }
    throw new Unformattable(1, "expected a map");
  }

  private CommentedDocument document(MappingStartEvent map) throws Unformattable {
    comments.before(start(map));
    List<Comment> top = comments.take();
    Collection root = collection(map, new Part(NONE, false));
    comments.before(text.length());
    root.below().addAll(comments.take());
    return new CommentedDocument(top, comments.isAfterBlank(start(map)), root);
  }

  private static void refuseDirectives(DocumentStartEvent start) throws Unformattable {
    if (start.getSpecVersion().isPresent() || !start.getTags().isEmpty()) {
      throw new Unformattable(1, "the document has a directive. Remove the line with `%`");
    }
  }

  private Node node(NodeEvent event, Part owner) throws Unformattable {
    if (event instanceof AliasEvent alias) {
      comments.before(start(event));
      owner.above.addAll(comments.take());
      comments.after(end(event), owner);
      return new Leaf("", Style.ALIAS, alias.getAlias().getValue(), List.of());
    }
    if (event instanceof ScalarEvent scalar) {
      comments.before(start(event));
      owner.above.addAll(comments.take());
      return leaf(scalar, owner);
    }
    return collection((CollectionStartEvent) event, owner);
  }

  private Leaf leaf(ScalarEvent event, Part owner) throws Unformattable {
    refuseTag(event, event.getTag());
    String anchor = anchor(event);
    int end = end(event);
    if (isBlockScalar(event)) {
      int header = start(event);
      int content = text.indexOf('\n', header) + 1;
      comments.after(header, owner);
      comments.before(content);
      comments.after(end, owner);
      List<String> lines = BlockScalar.lines(text, header, end);
      return new Leaf(
          anchor, lines.isEmpty() ? Style.QUOTED : Style.LINES, event.getValue(), lines);
    }
    comments.after(end, owner);
    return new Leaf(
        anchor, event.isPlain() ? Style.PLAIN : Style.QUOTED, event.getValue(), List.of());
  }

  private static boolean isBlockScalar(ScalarEvent event) {
    return switch (event.getScalarStyle()) {
      case LITERAL, FOLDED -> true;
      default -> false;
    };
  }

  private Collection collection(CollectionStartEvent start, Part owner) throws Unformattable {
    refuseTag(start, start.getTag());
    boolean isMap = start instanceof MappingStartEvent;
    Collection node = Collection.of(anchor(start), isMap, start.isFlow());
    if (start.isFlow()) {
      comments.before(start(start));
      owner.above.addAll(comments.take());
      comments.after(end(start), owner);
    }
    int column = -1;
    Event next = events.next();
    while (next instanceof NodeEvent event) {
      if (column < 0) {
        column = isMap ? mark(event).getColumn() : dash(start);
      }
      node.parts().add(isMap ? entry(event) : item(event));
      next = events.next();
    }
    end((CollectionEndEvent) next, node, column, owner);
    return node;
  }

  private void end(CollectionEndEvent end, Collection node, int column, Part owner) {
    int start = start(end);
    comments.before(start);
    if (node.flow()) {
      node.below().addAll(comments.take());
      comments.after(end(end), owner);
    } else {
      boolean last = start >= text.length() || text.startsWith("...", start);
      node.below().addAll(comments.takeBelow(column, last ? -1 : mark(end).getColumn()));
    }
  }

  private Part entry(NodeEvent key) throws Unformattable {
    comments.before(start(key));
    if (!(key instanceof ScalarEvent scalar) || key.getAnchor().isPresent()) {
      throw new Unformattable(
          line(key), "a key has an anchor or is a YAML alias. Write the key as a string");
    }
    Part part = new Part(keyLeaf(scalar), comments.isAfterBlank(start(key)));
    begin(part);
    comments.after(end(key), part);
    part.value(node((NodeEvent) events.next(), part));
    return part;
  }

  private Leaf keyLeaf(ScalarEvent key) throws Unformattable {
    refuseTag(key, key.getTag());
    if (key.getValue().isEmpty() && key.isPlain()) {
      throw new Unformattable(line(key), "a key is empty. Write a string before `:`");
    }
    return new Leaf("", key.isPlain() ? Style.PLAIN : Style.QUOTED, key.getValue(), List.of());
  }

  private Part item(NodeEvent event) throws Unformattable {
    comments.before(start(event));
    Part part = new Part(NONE, comments.isAfterBlank(start(event)));
    begin(part);
    part.value(node(event, part));
    return part;
  }

  private void begin(Part part) {
    if (!begun) {
      begun = true;
      part.afterBlank(false);
    }
    part.above.addAll(comments.take());
  }

  private static String anchor(NodeEvent event) {
    return event.getAnchor().map(Anchor::getValue).orElse("");
  }

  private void refuseTag(NodeEvent event, Optional<String> tag) throws Unformattable {
    if (tag.isPresent()) {
      throw new Unformattable(
          line(event), "a value has a tag. Remove the tag, and quote the value if it is a string");
    }
  }

  /** The event ends after its anchor or at the first dash, as {@code TreeReader} describes it. */
  private int dash(CollectionStartEvent start) {
    Mark mark = start.getEndMark().orElseThrow();
    boolean behind = start.isFlow() || !text.startsWith("-", offsets.of(mark.getIndex()));
    return mark.getColumn() - (behind ? 1 : 0);
  }

  private static Mark mark(Event event) {
    return event.getStartMark().orElseThrow();
  }

  private static int line(Event event) {
    return mark(event).getLine() + 1;
  }

  private int start(Event event) {
    return offsets.of(mark(event).getIndex());
  }

  private int end(Event event) {
    return offsets.of(event.getEndMark().orElseThrow().getIndex());
  }
}
