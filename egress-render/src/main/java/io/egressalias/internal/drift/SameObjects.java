package io.egressalias.internal.drift;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.drift.CommittedObjects.Refused;
import io.egressalias.internal.drift.Difference.Kind;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares the objects of texts. */
record SameObjects(HunkHeadings headings) implements Comparison.Content {

  @Override
  public List<Difference> compare(String file, Rendered rendered, String committed) {
    if (rendered.text().equals(committed)) {
      return List.of();
    }
    Found found = new Found(file, rendered.manifests());
    try {
      CommittedObjects.read(committed, found);
    } catch (Refused e) {
      return List.of(
          new Difference(Kind.UNREADABLE, file, "cannot be read as manifests: " + e.getMessage()));
    }
    return found.differences();
  }

  /** Receives the committed objects, and retains only the differences of each. */
  private final class Found implements Consumer<JsonNode> {
    private final String file;
    private final List<Manifest> manifests;
    private final Map<ObjectId, Integer> rendered = new HashMap<>();
    private final int[] times;
    private final Map<Integer, Difference> changed = new HashMap<>();
    private final Set<ObjectId> leftOver = new LinkedHashSet<>();

    Found(String file, List<Manifest> manifests) {
      this.file = file;
      this.manifests = manifests;
      this.times = new int[manifests.size()];
      for (int i = 0; i < manifests.size(); i++) {
        rendered.put(manifests.get(i).id(), i);
      }
    }

    @Override
    public void accept(JsonNode object) {
      ObjectId id = ObjectId.of(object);
      Integer number = rendered.get(id);
      if (number == null) {
        leftOver.add(id);
      } else if (times[number]++ == 0) {
        Manifest manifest = manifests.get(number);
        ObjectNode tree = manifest.tree();
        if (!object.equals(tree)) {
          changed.put(number, changed(file, manifest, tree, (ObjectNode) object));
        }
      }
    }

    List<Difference> differences() {
      List<Difference> differences = new ArrayList<>();
      for (int i = 0; i < times.length; i++) {
        Manifest manifest = manifests.get(i);
        Difference difference = changed.get(i);
        if (times[i] == 0) {
          differences.add(missing(file, manifest));
        } else if (times[i] > 1) {
          differences.add(duplicate(file, name(manifest.id()), times[i]));
        } else if (difference != null) {
          differences.add(difference);
        }
      }
      for (ObjectId id : leftOver) {
        differences.add(
            new Difference(
                Kind.LEFT_OVER, file, name(id) + " is left over; nothing declares it any more"));
      }
      return List.copyOf(differences);
    }
  }

  private Difference missing(String file, Manifest manifest) {
    return new Difference(
        Kind.MISSING, file, name(manifest.id()) + " is missing (" + headings.of(manifest) + ")");
  }

  private static Difference duplicate(String file, String name, int times) {
    return new Difference(Kind.DUPLICATE, file, name + " is there " + times + " times");
  }

  /** Returns {@code Service shop/my-httpbin}; without the namespace if it is {@code default}. */
  private static String name(ObjectId id) {
    if (id.kind().isEmpty() || id.name().isEmpty()) {
      return "a document that is no object";
    }
    String namespace = id.effectiveNamespace();
    return Quoted.shortened(id.kind())
        + " "
        + (namespace.equals(EgressAlias.DEFAULT_NAMESPACE) ? "" : Quoted.shortened(namespace) + "/")
        + Quoted.shortened(id.name());
  }

  /**
   * Both objects are written in the same way, so that the diff shows only differences of content.
   */
  private Difference changed(
      String file, Manifest manifest, ObjectNode tree, ObjectNode committed) {
    String name = name(manifest.id());
    Rendered rendered = Rendered.yaml(List.of(manifest), m -> "");
    String old = "---\n" + ManifestYaml.map(arranged(committed, tree));
    return new Difference(
        Kind.CHANGED,
        file,
        name + " differs",
        UnifiedDiff.between(file + ": " + name, old, rendered, headings));
  }

  /** Returns an object with its keys in the order of another object. */
  private static ObjectNode arranged(ObjectNode object, JsonNode model) {
    ObjectNode arranged = JsonNodeFactory.instance.objectNode();
    for (String key : model.propertyNames()) {
      if (object.has(key)) {
        arranged.set(key, arranged(object.path(key), model.path(key)));
      }
    }
    for (String key : object.propertyNames()) {
      if (!model.has(key)) {
        arranged.set(key, object.path(key));
      }
    }
    return arranged;
  }

  private static JsonNode arranged(JsonNode value, JsonNode model) {
    if (value instanceof ObjectNode object) {
      return arranged(object, model);
    }
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        items.add(arranged(value.path(i), model.path(i)));
      }
      return items;
    }
    return value;
  }
}
