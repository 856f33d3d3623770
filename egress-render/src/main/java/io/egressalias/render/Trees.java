package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The beginning that every object has, and containers that are left out where they are empty. */
final class Trees {
  private Trees() {}

  /** An object that is called as the alias is. */
  static ObjectNode object(String apiVersion, String kind, EgressAlias alias) {
    return object(apiVersion, kind, alias, alias.name(), labels -> {});
  }

  /** An object with a name and labels of its own, which come after those of the alias. */
  static ObjectNode object(
      String apiVersion,
      String kind,
      EgressAlias alias,
      String name,
      Consumer<ObjectNode> ownLabels) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", apiVersion).put("kind", kind);
    ObjectNode metadata = object.putObject("metadata").put("name", name);
    alias.namespace().ifPresent(namespace -> metadata.put("namespace", namespace));
    ObjectNode labels = JsonNodeFactory.instance.objectNode();
    alias.labels().forEach(labels::put);
    ownLabels.accept(labels);
    if (!labels.isEmpty()) {
      metadata.set("labels", labels);
    }
    putAll(metadata, "annotations", alias.annotations());
    return object;
  }

  static void putAll(ObjectNode parent, String key, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      ObjectNode map = parent.putObject(key);
      entries.forEach(map::put);
    }
  }

  static void putAll(ObjectNode parent, String key, Iterable<String> items) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(list::add);
    if (!list.isEmpty()) {
      parent.set(key, list);
    }
  }
}
