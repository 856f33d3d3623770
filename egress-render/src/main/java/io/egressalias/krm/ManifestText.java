package io.egressalias.krm;

import io.egressalias.render.Manifest;
import io.egressalias.text.Tree.Entry;
import io.egressalias.text.Tree.Mapping;
import io.egressalias.text.Tree.Scalar;
import io.egressalias.yaml.ManifestYaml;
import io.egressalias.yaml.PrettyJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The text of manifests as items of a list. */
final class ManifestText {
  private ManifestText() {}

  /** Returns a manifest without the blanks of its first line, which stands behind a dash. */
  static String behindDash(ObjectNode manifest, int column) {
    return indented(manifest, column).stripLeading();
  }

  /** Returns items with their dashes, each on lines of its own. */
  static String block(List<Manifest> manifests, int dash) {
    StringBuilder items = new StringBuilder();
    for (Manifest manifest : manifests) {
      items.append(" ".repeat(dash)).append("- ").append(behindDash(manifest.tree(), dash + 2));
    }
    return items.toString();
  }

  /** Returns items as JSON, with commas between them. */
  static String json(List<Manifest> manifests) {
    StringBuilder items = new StringBuilder();
    for (Manifest manifest : manifests) {
      items.append(items.isEmpty() ? "" : ", ").append(PrettyJson.line(manifest.tree()));
    }
    return items.toString();
  }

  /** A manifest has no line break within a scalar, so each of its lines can be moved. */
  private static String indented(ObjectNode manifest, int indent) {
    String yaml = ManifestYaml.map(manifest);
    StringBuilder indented = new StringBuilder();
    for (int start = 0; start < yaml.length(); ) {
      int next = yaml.indexOf('\n', start) + 1;
      indented.append(" ".repeat(indent)).append(yaml, start, next);
      start = next;
    }
    return indented.toString();
  }

  /**
   * Returns the object that is put in place of an item. In which file the item stands is for the
   * tool that runs the function to say.
   */
  static ObjectNode tree(Manifest manifest, Resource item) {
    ObjectNode tree = manifest.tree();
    ObjectNode annotations = (ObjectNode) tree.path("metadata").path("annotations");
    if (item.node().at("metadata", "annotations") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        String key = entry.key().text();
        if (entry.value() instanceof Scalar value
            && key.matches("(internal\\.)?config\\.(kubernetes|k8s)\\.io/.*")) {
          annotations.put(key, value.text());
        }
      }
    }
    return tree;
  }
}
