package io.egressalias.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A set of manifests with one mistake.
 *
 * @param of the change and the field, such as {@code drop DestinationRule spec.host}
 */
record ManifestMutation(String of, List<ObjectNode> objects) {

  /** Values that a field has in other manifests. */
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "mode", List.of("DISABLE", "SIMPLE", "MUTUAL", "ISTIO_MUTUAL"),
          "protocol", List.of("HTTP", "HTTPS", "TLS", "TCP", "GRPC", "HTTP2"),
          "resolution", List.of("NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS"),
          "location", List.of("MESH_INTERNAL", "MESH_EXTERNAL"),
          "appProtocol", List.of("http", "https", "tls", "tcp"),
          "type", List.of("ClusterIP", "ExternalName", "NodePort"),
          "addressType", List.of("IPv4", "IPv6", "FQDN"),
          "caCertificates", List.of("", "/etc/certs/ca.pem"));

  private static final List<Integer> NUMBERS = List.of(80, 443, 8080, 0, 70_000);

  /** A field or an item of an object. */
  private record Place(String field, JsonNode parent, String key, int index) {

    JsonNode value() {
      return parent instanceof ObjectNode object ? object.path(key) : parent.path(index);
    }

    void set(JsonNode value) {
      if (parent instanceof ObjectNode object) {
        object.set(key, value);
      } else {
        ((ArrayNode) parent).set(index, value);
      }
    }

    void drop() {
      if (parent instanceof ObjectNode object) {
        object.remove(key);
      } else {
        ((ArrayNode) parent).remove(index);
      }
    }
  }

  /** Returns the objects with one change. */
  static ManifestMutation of(List<ObjectNode> objects, Random random) {
    List<ObjectNode> changed = new ArrayList<>();
    objects.forEach(object -> changed.add(object.deepCopy()));
    int at = random.nextInt(changed.size());
    String kind = changed.get(at).path("kind").asString("?");
    if (random.nextInt(12) == 0 && changed.size() > 1) {
      changed.remove(at);
      return new ManifestMutation("drop " + kind, changed);
    }
    List<Place> places = new ArrayList<>();
    collect(changed.get(at), "", places);
    Place place = places.get(random.nextInt(places.size()));
    String change = change(place, random);
    return new ManifestMutation(change + " " + kind + " " + place.field(), changed);
  }

  private static void collect(JsonNode node, String path, List<Place> places) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String field = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        places.add(new Place(field, object, entry.getKey(), 0));
        collect(entry.getValue(), field, places);
      }
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        String field = path + "[]";
        places.add(new Place(field, array, "", i));
        collect(array.get(i), field, places);
      }
    }
  }

  private static String change(Place place, Random random) {
    int change = random.nextInt(6);
    if (change == 0) {
      place.drop();
      return "drop";
    }
    if (change == 1 && place.parent() instanceof ObjectNode object) {
      rename(object, place.key());
      return "rename";
    }
    return change == 2 ? retype(place) : other(place, random);
  }

  /** Misspells a key, and retains the order of the keys. */
  private static void rename(ObjectNode object, String key) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    object.properties().forEach(entry -> fields.put(entry.getKey(), entry.getValue()));
    object.removeAll();
    fields.forEach((name, value) -> object.set(name.equals(key) ? name + "s" : name, value));
  }

  private static String retype(Place place) {
    JsonNode value = place.value();
    if (value.isNumber() || value.isBoolean()) {
      place.set(json().stringNode(value.asString()));
      return "quote";
    }
    if (value.isString()) {
      place.set(json().arrayNode().add(value));
      return "list";
    }
    if (value instanceof ArrayNode array && !array.isEmpty()) {
      place.set(array.get(0));
      return "unlist";
    }
    place.set(json().stringNode("x"));
    return "text";
  }

  private static String other(Place place, Random random) {
    JsonNode value = place.value();
    if (value.isNumber()) {
      int number = NUMBERS.get(random.nextInt(NUMBERS.size()));
      place.set(json().numberNode(number == value.asInt() ? number + 1 : number));
      return "renumber";
    }
    if (value.isBoolean()) {
      place.set(json().booleanNode(!value.asBoolean()));
      return "invert";
    }
    if (value.isString()) {
      return word(place, value.asString(), random);
    }
    if (value instanceof ArrayNode array && !array.isEmpty() && random.nextBoolean()) {
      array.add(array.get(0).deepCopy());
      return "repeat an item of";
    }
    place.set(value.isArray() ? json().arrayNode() : json().objectNode());
    return "empty";
  }

  private static String word(Place place, String value, Random random) {
    List<String> words = WORDS.getOrDefault(place.key(), List.of());
    if (!words.isEmpty()) {
      String word = words.get(random.nextInt(words.size()));
      if (!word.equals(value)) {
        place.set(json().stringNode(word));
        return "write " + (word.isEmpty() ? "nothing" : word) + " in";
      }
    }
    String word =
        switch (random.nextInt(4)) {
          case 0 -> value + "x";
          case 1 -> "dev-" + value;
          case 2 -> value.isEmpty() ? "x" : value.substring(1);
          default -> value.matches("[0-9.]+") ? "10.9.8.7" : value.replaceFirst("[-.]", "");
        };
    place.set(json().stringNode(word.equals(value) ? value + "2" : word));
    return "misspell";
  }

  private static JsonNodeFactory json() {
    return JsonMapper.shared().getNodeFactory();
  }

  String text() {
    return text(objects);
  }

  /** Returns objects as JSON, which is YAML. */
  static String text(List<ObjectNode> objects) {
    StringBuilder text = new StringBuilder();
    objects.forEach(object -> text.append("---\n").append(object).append('\n'));
    return text.toString();
  }
}
