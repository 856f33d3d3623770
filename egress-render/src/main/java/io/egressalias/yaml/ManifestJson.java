package io.egressalias.yaml;

import io.egressalias.render.Manifest;
import java.util.List;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes manifests as JSON, in the one document that kubectl takes: a List of version v1. */
public final class ManifestJson {
  private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .defaultPrettyPrinter(
              new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER))
          .build()
          .writerWithDefaultPrettyPrinter();

  private ManifestJson() {}

  /** Returns manifests as a List, with two spaces of indent and a newline at the end. */
  public static String write(List<Manifest> manifests) {
    ObjectNode list = JsonNodeFactory.instance.objectNode();
    list.put("apiVersion", "v1").put("kind", "List");
    ArrayNode items = list.putArray("items");
    manifests.forEach(manifest -> items.add(manifest.tree()));
    return WRITER.writeValueAsString(list) + "\n";
  }
}
