package io.egressalias.krm;

import io.egressalias.krm.Node.Entry;
import io.egressalias.krm.Node.Mapping;
import io.egressalias.krm.Node.Scalar;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts manifests among the items of a list: in place of the object that an earlier run put there,
 * or behind the others.
 */
final class Generator {
  private final Text text;
  private final Edits edits;
  private final boolean flow;

  /**
   * Makes a generator.
   *
   * @param flow whether the items stand in brackets, as in JSON
   */
  Generator(Text text, Edits edits, boolean flow) {
    this.text = text;
    this.edits = edits;
    this.flow = flow;
  }

  /** Puts manifests in, and returns the text of those that are new, one after another. */
  String put(List<Manifest> manifests, List<Resource> items, int indent) {
    StringBuilder added = new StringBuilder();
    for (Manifest manifest : manifests) {
      Resource earlier = earlier(items, manifest);
      if (earlier == null) {
        added.append(item(manifest, indent));
      } else {
        keepBookkeeping(earlier, manifest);
        replace(earlier.node(), manifest);
      }
    }
    return added.toString();
  }

  private static @Nullable Resource earlier(List<Resource> items, Manifest manifest) {
    for (Resource item : items) {
      if (isSame(item, manifest)) {
        return item;
      }
    }
    return null;
  }

  private static boolean isSame(Resource item, Manifest manifest) {
    return !item.mark().isEmpty()
        && item.is(manifest.kind())
        && item.group().equals(manifest.group())
        && item.name().equals(manifest.name())
        && item.namespace().equals(manifest.alias().effectiveNamespace());
  }

  /** In which file an item stands is for the tool that runs the function to say. */
  private static void keepBookkeeping(Resource item, Manifest manifest) {
    ObjectNode annotations = (ObjectNode) manifest.tree().path("metadata").path("annotations");
    if (item.node().at("metadata", "annotations") instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key
            && entry.value() instanceof Scalar value
            && key.value().matches("(internal\\.)?config\\.(kubernetes|k8s)\\.io/.*")) {
          annotations.put(key.value(), value.value());
        }
      }
    }
  }

  private void replace(Node item, Manifest manifest) {
    if (flow) {
      edits.replace(item.place().start(), item.place().end(), manifest.tree().toString());
    } else {
      edits.replace(
          item.place().start(),
          text.nextLine(text.contentEnd(item)),
          indented(manifest, item.place().column()).stripLeading());
    }
  }

  private String item(Manifest manifest, int indent) {
    return flow
        ? ", " + manifest.tree()
        : " ".repeat(indent) + "- " + indented(manifest, indent + 2).stripLeading();
  }

  /** A manifest has no line break within a scalar, so each of its lines can be moved. */
  static String indented(Manifest manifest, int indent) {
    String yaml = ManifestYaml.write(List.of(manifest));
    StringBuilder indented = new StringBuilder();
    for (int start = yaml.indexOf('\n') + 1; start < yaml.length(); ) {
      int next = yaml.indexOf('\n', start) + 1;
      indented.append(" ".repeat(indent)).append(yaml, start, next);
      start = next;
    }
    return indented.toString();
  }
}
