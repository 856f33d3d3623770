package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.resolve.ResolvedAlias;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Creates the head that every object has, and containers that are omitted if empty. */
final class ObjectTrees {
  private ObjectTrees() {}

  /** Returns an object with the name of the alias. */
  static ObjectNode object(String apiVersion, String kind, ResolvedAlias resolved) {
    return object(apiVersion, kind, resolved, resolved.alias().name(), Map.of());
  }

  /** Returns an object with another name and with labels in addition to those of the alias. */
  static ObjectNode object(
      String apiVersion,
      String kind,
      ResolvedAlias resolved,
      String name,
      Map<String, String> ownLabels) {
    EgressAlias alias = resolved.alias();
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    object.put("apiVersion", apiVersion).put("kind", kind);
    ObjectNode metadata = object.putObject("metadata").put("name", name);
    put(metadata, "namespace", alias.namespace());
    putAll(metadata, "labels", alias.labels());
    putAll(metadata, "labels", ownLabels);
    putAll(metadata, "annotations", alias.annotations());
    return object;
  }

  static void put(ObjectNode parent, String key, Optional<String> value) {
    if (value.isPresent()) {
      parent.put(key, value.get());
    }
  }

  static void putAll(ObjectNode parent, String key, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      ObjectNode map = parent.withObjectProperty(key);
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        map.put(entry.getKey(), entry.getValue());
      }
    }
  }

  static void putAll(ObjectNode parent, String key, List<String> items) {
    if (!items.isEmpty()) {
      ArrayNode list = parent.putArray(key);
      for (String item : items) {
        list.add(item);
      }
    }
  }
}
