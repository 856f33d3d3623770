package io.egressalias.krm;

import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
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
      Optional<Resource> earlier = items.stream().filter(i -> isSame(i, manifest)).findFirst();
      earlier.ifPresent(item -> keepBookkeeping(item, manifest));
      if (earlier.isEmpty()) {
        added.append(item(manifest, indent));
      } else {
        replace(earlier.get().node(), manifest);
      }
    }
    return added.toString();
  }

  private static boolean isSame(Resource item, Manifest manifest) {
    return item.mark().isPresent()
        && item.is(manifest.kind())
        && item.group().equals(manifest.group())
        && item.name().equals(manifest.name())
        && item.namespace().equals(manifest.alias().effectiveNamespace());
  }

  /** In which file an item stands is for the tool that runs the function to say. */
  private static void keepBookkeeping(Resource item, Manifest manifest) {
    ObjectNode annotations = (ObjectNode) manifest.tree().path("metadata").path("annotations");
    if (Text.at(item.node(), "metadata", "annotations").orElse(item.node())
        instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode() instanceof ScalarNode key
            && entry.getValueNode() instanceof ScalarNode value
            && key.getValue().matches("(internal\\.)?config\\.(kubernetes|k8s)\\.io/.*")) {
          annotations.put(key.getValue(), value.getValue());
        }
      }
    }
  }

  private void replace(Node item, Manifest manifest) {
    if (flow) {
      edits.replace(text.start(item), text.end(item), manifest.tree().toString());
    } else {
      edits.replace(
          text.start(item),
          text.nextLine(text.contentEnd(item)),
          indented(manifest, text.column(item)).stripLeading());
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
    return yaml.substring(yaml.indexOf('\n') + 1)
        .lines()
        .map(line -> " ".repeat(indent) + line + "\n")
        .collect(Collectors.joining());
  }
}
