package io.egressalias.internal.drift;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Dialect;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Position;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import io.egressalias.internal.text.TreeReader;
import io.egressalias.internal.text.Unreadable;
import io.egressalias.internal.text.Unreadable.Reason;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the objects of a committed text, YAML or JSON. The text may come from any source, so
 * reading stops at the first construct that no manifest has: a repeated key, a tag, deep nesting.
 */
final class CommittedObjects implements Dialect {
  /** Rendered objects have nine levels. */
  private static final int DEPTH = 64;

  private static final int VALUES = 5_000_000;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** The nodes of values that YAML aliases repeat. */
  private final IdentityHashMap<Tree, JsonNode> repeated = new IdentityHashMap<>();

  /** Thrown when a text cannot be read as manifests. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String problem) {
      super(problem, null, false, false);
    }

    static Refused at(int line, int column, String problem) {
      return new Refused("line " + line + ", column " + column + ": " + problem);
    }
  }

  private CommittedObjects() {}

  /**
   * Reads all documents that are not empty. A {@code List} is replaced by its items.
   *
   * @param out receives the objects one at a time
   */
  static void read(String text, Consumer<JsonNode> out) throws Refused {
    try {
      new CommittedObjects().documents(text.startsWith("\uFEFF") ? text.substring(1) : text, out);
    } catch (Unreadable e) {
      throw Refused.at(e.position().line(), e.position().column(), words(e));
    } catch (MarkedYamlEngineException e) {
      Optional<Refused> placed =
          e.getProblemMark()
              .map(m -> Refused.at(m.getLine() + 1, m.getColumn() + 1, e.getProblem()));
      throw placed.orElseGet(() -> new Refused(e.getProblem()));
    } catch (YamlEngineException e) {
      throw new Refused(String.valueOf(e.getMessage()));
    }
  }

  private static String words(Unreadable e) {
    return switch (e.reason()) {
      case KEY -> "what stands here cannot be a key";
      case DUPLICATE -> "the key `" + Quoted.shortened(e.found()) + "` is there twice";
      case ALIAS -> "`*" + e.found() + "` repeats no value that ends before it";
      case DEPTH -> "lists and maps stand too deep in one another";
      case VALUES -> "there are too many values";
      case TAG -> "a tag, which no manifest needs";
    };
  }

  private void documents(String text, Consumer<JsonNode> out) throws Unreadable {
    TreeReader reader = new TreeReader(text, 1, this);
    for (Tree tree = reader.next(); tree != null; tree = reader.next()) {
      JsonNode document = node(tree);
      repeated.clear();
      if (document.path("kind").asString("").equals("List") && document.path("items").isArray()) {
        document.path("items").forEach(out);
      } else if (!document.isNull()) {
        out.accept(document);
      }
    }
  }

  @Override
  public int depth() {
    return DEPTH;
  }

  @Override
  public boolean uniqueKeys() {
    return true;
  }

  @Override
  public int values() {
    return VALUES;
  }

  @Override
  public void tag(String tag, Position position) throws Unreadable {
    throw new Unreadable(Reason.TAG, position, tag);
  }

  @Override
  public Scalar key(Tree key) throws Unreadable {
    throw new Unreadable(Reason.KEY, key.position(), key.found());
  }

  @Override
  public Tree repeated(String anchor, Tree known, Place place) {
    repeated.put(known, MissingNode.getInstance());
    return known;
  }

  /**
   * A repeated value is converted once, because the expanded document can be much larger than the
   * text.
   */
  private JsonNode node(Tree tree) {
    JsonNode known = repeated.get(tree);
    if (known != null && !known.isMissingNode()) {
      return known;
    }
    JsonNode node = made(tree);
    if (known != null) {
      repeated.put(tree, node);
    }
    return node;
  }

  private JsonNode made(Tree tree) {
    if (tree instanceof Mapping mapping) {
      return map(mapping);
    }
    return tree instanceof Sequence sequence ? list(sequence) : scalar((Scalar) tree);
  }

  private ArrayNode list(Sequence sequence) {
    ArrayNode items = NODES.arrayNode();
    for (Tree item : sequence.items()) {
      items.add(node(item));
    }
    return items;
  }

  private ObjectNode map(Mapping mapping) {
    ObjectNode entries = NODES.objectNode();
    for (Entry entry : mapping.entries()) {
      entries.set(entry.key().text(), node(entry.value()));
    }
    return entries;
  }

  private static JsonNode scalar(Scalar scalar) {
    return scalar.plain() ? PlainValue.of(scalar.text()) : NODES.stringNode(scalar.text());
  }
}
