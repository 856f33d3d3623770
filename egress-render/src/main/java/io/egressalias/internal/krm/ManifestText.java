package io.egressalias.internal.krm;

import io.egressalias.internal.text.PrettyJson;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The text of manifests as items of a list. */
final class ManifestText {
  private ManifestText() {}

  /** Returns a manifest for the place after a dash, without the indentation of its first line. */
  private static String behindDash(ObjectNode manifest, int column) {
    return indented(manifest, column).stripLeading();
  }

  /**
   * Items in block style, each on separate lines.
   *
   * @param before the text before the items
   * @param dash the column of the dashes, from 0
   * @param ended whether the last line has a line end
   */
  record Block(String before, List<Manifest> manifests, int dash, boolean ended)
      implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(before);
      for (int i = 0; i < manifests.size(); i++) {
        String item = behindDash(manifests.get(i).tree(), dash + 2);
        boolean last = i == manifests.size() - 1;
        out.append(" ".repeat(dash)).append("- ");
        out.append(last && !ended ? item.stripTrailing() : item);
      }
    }
  }

  /** Items as JSON, separated by commas. */
  record Json(String before, List<Manifest> manifests, String behind) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(before);
      for (int i = 0; i < manifests.size(); i++) {
        out.append(i == 0 ? "" : ", ").append(PrettyJson.line(manifests.get(i).tree()));
      }
      out.append(behind);
    }
  }

  /** A manifest that replaces an item, in one line of JSON. */
  record JsonItem(Manifest manifest, ListedResource item) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(PrettyJson.line(tree(manifest, item)));
    }
  }

  /** A manifest that replaces an item, after its dash. */
  record BlockItem(Manifest manifest, ListedResource item) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(behindDash(tree(manifest, item), item.node().position().column() - 1));
    }
  }

  /** No scalar of a manifest contains a line break, so each line can be indented. */
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
   * Returns the object that replaces an item. Annotations that name the file of the item are kept
   * for the tool that runs the function.
   */
  private static ObjectNode tree(Manifest manifest, ListedResource item) {
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
