package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.object.KnownKind;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts an object that was read to a tree without the fields that an API server sets. */
final class ObjectTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> OF_SERVER =
      List.of(
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "selfLink",
          "managedFields",
          "finalizers",
          "ownerReferences");

  /** A text that always fits an {@code int}. */
  private static final int LONGEST_NUMBER = 9;

  private ObjectTree() {}

  static ObjectNode of(ManifestObject object) {
    ObjectNode tree = map(object.tree());
    tree.remove("status");
    if (tree.path("metadata") instanceof ObjectNode metadata) {
      metadata.remove(OF_SERVER);
    }
    if (object.kind() == KnownKind.SERVICE && tree.path("spec") instanceof ObjectNode spec) {
      // The API server keeps an allocated address if a later manifest has none.
      if (!spec.path("clusterIP").asString("").equals("None")) {
        spec.remove("clusterIP");
      }
      spec.remove("clusterIPs");
    }
    return tree;
  }

  private static JsonNode node(Tree tree) {
    if (tree instanceof Tree.Mapping mapping) {
      return map(mapping);
    }
    if (tree instanceof Tree.Sequence sequence) {
      ArrayNode items = NODES.arrayNode();
      for (Tree item : sequence.items()) {
        items.add(node(item));
      }
      return items;
    }
    return scalar((Tree.Scalar) tree);
  }

  /** A null is absent, as for the API server. */
  private static ObjectNode map(Tree.Mapping mapping) {
    ObjectNode entries = NODES.objectNode();
    for (Tree.Entry entry : mapping.entries()) {
      JsonNode value = node(entry.value());
      if (!value.isNull()) {
        entries.set(entry.key().text(), value);
      }
    }
    return entries;
  }

  private static JsonNode scalar(Tree.Scalar scalar) {
    String text = scalar.text();
    if (!scalar.plain()) {
      return NODES.stringNode(text);
    }
    if (scalar.isNull()) {
      return NODES.nullNode();
    }
    if (PlainScalars.isBoolean(text)) {
      return NODES.booleanNode(text.equals("true"));
    }
    boolean number = text.length() <= LONGEST_NUMBER && PlainScalars.isDecimal(text);
    return number ? NODES.numberNode(Integer.parseInt(text)) : NODES.stringNode(text);
  }
}
