package io.egressalias.drift;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.drift.CommittedObjects.Refused;
import io.egressalias.drift.Difference.Kind;
import io.egressalias.model.EgressAlias;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import io.egressalias.yaml.ManifestYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Compares texts by the objects that they hold. */
record SameObjects(Headings headings) implements Comparison.Content {

  @Override
  public List<Difference> compare(String file, Rendered rendered, String committed) {
    if (rendered.text().equals(committed)) {
      return List.of();
    }
    try {
      return compare(file, rendered, CommittedObjects.read(committed));
    } catch (Refused e) {
      return List.of(
          new Difference(Kind.UNREADABLE, file, "cannot be read as manifests: " + e.getMessage()));
    }
  }

  private List<Difference> compare(String file, Rendered rendered, List<JsonNode> committed) {
    Map<ObjectId, List<JsonNode>> found = new LinkedHashMap<>();
    for (JsonNode object : committed) {
      found.computeIfAbsent(ObjectId.of(object), id -> new ArrayList<>()).add(object);
    }
    List<Difference> differences = new ArrayList<>();
    for (Manifest manifest : rendered.manifests()) {
      ObjectId id = manifest.id();
      String name = name(id);
      List<JsonNode> same = found.remove(id);
      if (same == null) {
        differences.add(
            new Difference(
                Kind.MISSING, file, name + " is missing (" + headings.of(manifest) + ")"));
      } else if (same.size() > 1) {
        differences.add(duplicate(file, name, same.size()));
      } else if (!same.get(0).equals(manifest.tree())) {
        differences.add(changed(file, name, manifest, same.get(0)));
      }
    }
    found.forEach(
        (id, objects) ->
            differences.add(
                new Difference(
                    Kind.LEFT_OVER,
                    file,
                    name(id) + " is left over; nothing declares it any more")));
    return List.copyOf(differences);
  }

  private static Difference duplicate(String file, String name, int times) {
    return new Difference(Kind.DUPLICATE, file, name + " is there " + times + " times");
  }

  /** Returns {@code Service shop/my-httpbin}; the namespace {@code default} is left out. */
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

  /** Both are written alike, so that what is shown is what differs. */
  private Difference changed(String file, String name, Manifest manifest, JsonNode committed) {
    Rendered rendered = Rendered.yaml(List.of(manifest), m -> "");
    String old = "---\n" + ManifestYaml.map(arranged((ObjectNode) committed, manifest.tree()));
    return new Difference(
        Kind.CHANGED,
        file,
        name + " differs",
        UnifiedDiff.between(file + ": " + name, old, rendered, headings));
  }

  /** Returns an object with its keys in the order of another. */
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
