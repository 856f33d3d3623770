package io.egressalias.declaration;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change to the structure of a document.
 *
 * @param kind the kind of change
 * @param place the index of the changed place in the document, modulo the number of places
 * @param choice the index of the value or name, modulo their number
 */
record Mutation(Kind kind, int place, int choice) {

  enum Kind {
    DROP,
    RENAME,
    ADD,
    REPLACE,
    TRANSPLANT,
    REPEAT
  }

  private static final JsonMapper MAPPER = JsonMapper.shared();

  /** Every known key, and some unknown ones. */
  private static final List<String> KEYS =
      List.of(
          ("apiVersion kind metadata spec platform kubernetes istio clusterDomain namespace labels"
                  + " outboundTrafficPolicy annotations aliases name externalName endpoints selector"
                  + " clusterIP ports port targetPort protocol appProtocol tls mode sni subjectAltNames"
                  + " caCertificates clientCertificate privateKey credentialName workloadSelector"
                  + " matchLabels authority Name hosts trafficPolicy status x-y")
              .split(" "));

  /**
   * Values at the limits of every type. A number such as 80.0 is excluded: JSON Schema accepts it
   * as an integer, but YAML editors and readers of ports do not.
   */
  private static final List<JsonNode> VALUES =
      """
      null|true|0|1|80|65535|65536|-1|99999999999|80.5|""|"https"|"80"|"-1"|"080"|"none"|"1.27"
      |"DISABLE"|"SIMPLE"|"MUTUAL"|"ISTIO_MUTUAL"|"Simple"|"TCP"|"UDP"|"SCTP"|"tcp"|"None"|"null"
      |"ALLOW_ANY"|"REGISTRY_ONLY"|"EgressAliases"|"egressalias.io/v1alpha1"|[]|{}|[[]]|[{}]|["a"]
      |["a", 1]|[null]|{"a": "b"}|{"a": 1}|{"a": null}|{"": ""}|{"mode": "DISABLE"}
      |{"mode": "SIMPLE", "sni": "a.example"}|{"mode": "DISABLE", "sni": "a.example"}
      |{"mode": "SIMPLE", "privateKey": "/k"}|{"mode": "MUTUAL", "privateKey": "/k"}
      |{"matchLabels": {"a": "b"}}|{"matchLabels": {}}|[{"port": 80}]|[{"port": 80, "name": "http"}]
      """
          .lines()
          .flatMap(line -> List.of(line.split("\\|")).stream())
          .filter(value -> !value.isBlank())
          .map(MAPPER::readTree)
          .toList();

  /** The place of a value: below a key of an object, or at an index of an array. */
  private record Slot(JsonNode around, String key, int index) {

    JsonNode value() {
      return around instanceof ObjectNode object ? object.path(key) : around.path(index);
    }

    void put(JsonNode value) {
      if (around instanceof ObjectNode object) {
        object.set(key, value);
      } else {
        ((ArrayNode) around).set(index, value);
      }
    }

    void remove() {
      if (around instanceof ObjectNode object) {
        object.remove(key);
      } else {
        ((ArrayNode) around).remove(index);
      }
    }
  }

  /** The number of places in a document. */
  static int places(ObjectNode document) {
    return slots(document).size();
  }

  /** The number of values. */
  static int values() {
    return VALUES.size();
  }

  void apply(ObjectNode document) {
    List<Slot> slots = slots(document);
    if (slots.isEmpty()) {
      return;
    }
    Slot slot = slots.get(place % slots.size());
    switch (kind) {
      case DROP -> slot.remove();
      case RENAME -> rename(slot);
      case ADD -> add(slot);
      case REPLACE -> slot.put(pick(VALUES).deepCopy());
      case TRANSPLANT -> slot.put(pick(slots).value().deepCopy());
      case REPEAT -> repeat(slot);
    }
  }

  private void rename(Slot slot) {
    if (slot.around() instanceof ObjectNode object) {
      JsonNode value = object.remove(slot.key());
      object.set(pick(KEYS), value);
    }
  }

  /** Sets a key next to a value, or within it if it is an object. */
  private void add(Slot slot) {
    JsonNode into = slot.value().isObject() ? slot.value() : slot.around();
    if (into instanceof ObjectNode object) {
      object.set(pick(KEYS), VALUES.get(place % VALUES.size()).deepCopy());
    }
  }

  private static void repeat(Slot slot) {
    if (slot.around() instanceof ArrayNode array) {
      array.add(slot.value().deepCopy());
    }
  }

  private <T> T pick(List<T> from) {
    return from.get(choice % from.size());
  }

  private static List<Slot> slots(ObjectNode document) {
    List<Slot> slots = new ArrayList<>();
    collect(document, slots);
    return slots;
  }

  private static void collect(JsonNode tree, List<Slot> slots) {
    if (tree instanceof ObjectNode object) {
      for (String key : object.propertyNames()) {
        slots.add(new Slot(object, key, 0));
        collect(object.path(key), slots);
      }
    } else if (tree instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        slots.add(new Slot(array, "", i));
        collect(array.path(i), slots);
      }
    }
  }
}
