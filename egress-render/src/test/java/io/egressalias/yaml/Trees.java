package io.egressalias.yaml;

import io.egressalias.model.EgressAlias;
import io.egressalias.render.Manifest;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Manifests with arbitrary strings. */
final class Trees {
  private static final EgressAlias ALIAS =
      EgressAlias.builder().name("any").externalName("example.com").build();

  private Trees() {}

  static Manifest manifest(ObjectNode tree) {
    return Manifest.of(tree, ALIAS, "", 0, 0);
  }

  /** An object that kubectl accepts, with annotations, and with strings in lists. */
  static ObjectNode annotated(Map<String, String> annotations, List<String> items) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("apiVersion", "v1").put("kind", "ServiceAccount");
    ObjectNode metadata = tree.putObject("metadata").put("name", "any");
    annotations.forEach(metadata.putObject("annotations")::put);
    for (String item : items) {
      tree.withArray("imagePullSecrets").addObject().put("name", item);
    }
    return tree;
  }
}
