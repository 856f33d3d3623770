package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.resolve.ResolvedAlias;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The beginning that every object has, and containers that are left out where they are empty. */
final class ObjectTrees {
  private ObjectTrees() {}

  /** An object that is called as the alias is. */
  static ObjectNode object(String apiVersion, String kind, ResolvedAlias resolved) {
    return object(apiVersion, kind, resolved, resolved.alias().name(), Map.of());
  }

  /** An object with a name and labels of its own, which come after those of the alias. */
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
