package io.egressalias.yaml;

import io.egressalias.render.Manifest;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes manifests as JSON, in the one document that kubectl takes: a List of version v1. */
public final class ManifestJson {
  private ManifestJson() {}

  /** Returns manifests as a List, with a newline at the end. */
  public static String write(List<Manifest> manifests) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", "v1").put("kind", "List");
    ArrayNode items = list.putArray("items");
    manifests.forEach(manifest -> items.add(manifest.tree()));
    return PrettyJson.write(list);
  }
}
