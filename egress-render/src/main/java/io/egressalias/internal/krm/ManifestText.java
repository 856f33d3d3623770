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

  /** Returns a manifest without the blanks of its first line, which stands behind a dash. */
  private static String behindDash(ObjectNode manifest, int column) {
    return indented(manifest, column).stripLeading();
  }

  /**
   * Items with their dashes, each on lines of its own.
   *
   * @param before what comes before them
   * @param dash the column of the dashes, from 0
   * @param ended whether the last line has an end
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

  /** Items as JSON, with commas between them. */
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

  /** A manifest in place of an item, in one line of JSON. */
  record JsonItem(Manifest manifest, ListedResource item) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(PrettyJson.line(tree(manifest, item)));
    }
  }

  /** A manifest in place of an item, behind its dash. */
  record BlockItem(Manifest manifest, ListedResource item) implements OutputPiece {
    @Override
    public void writeTo(Appendable out) throws IOException {
      out.append(behindDash(tree(manifest, item), item.node().position().column() - 1));
    }
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
