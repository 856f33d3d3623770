package io.egressalias.declaration;

import io.egressalias.model.ClientTls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Converts values of the model to trees; null means that a field is omitted. */
final class FieldWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FieldWriter() {}

  /** Returns the fields of a value that are not omitted. */
  static <T> ObjectNode map(DescribedField<T, ?>[] fields, T value) {
    ObjectNode map = NODES.objectNode();
    for (DescribedField<T, ?> field : fields) {
      JsonNode written = field.write(value);
      if (written != null) {
        map.set(field.field().name(), written);
      }
    }
    return map;
  }

  /** Returns a list of maps. */
  static <T> ArrayNode list(DescribedField<T, ?>[] fields, List<T> values) {
    ArrayNode list = NODES.arrayNode();
    for (T value : values) {
      list.add(map(fields, value));
    }
    return list;
  }

  static ArrayNode list(List<JsonNode> items) {
    return NODES.arrayNode().addAll(items);
  }

  /** Returns true, or null for the default. */
  static @Nullable JsonNode onlyIfTrue(boolean value) {
    return value ? NODES.booleanNode(true) : null;
  }

  static JsonNode text(String text) {
    return NODES.stringNode(text);
  }

  static @Nullable JsonNode text(Optional<?> value) {
    return value.isPresent() ? text(value.get().toString()) : null;
  }

  /** Returns the name of a constant, or null for the default. */
  static @Nullable JsonNode word(Enum<?> word, Enum<?> fallback) {
    return word == fallback ? null : text(word.name());
  }

  static JsonNode number(int number) {
    return NODES.numberNode(number);
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode list = NODES.arrayNode();
    for (String text : texts) {
      list.add(text);
    }
    return list;
  }

  static ObjectNode texts(Map<String, String> texts) {
    ObjectNode map = NODES.objectNode();
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  static @Nullable JsonNode tls(@Nullable ClientTls tls) {
    return tls == null ? null : map(TlsField.ALL, tls);
  }

  /** Returns a list or a map, or null if it is empty. */
  static @Nullable JsonNode unlessEmpty(JsonNode container) {
    return container.isEmpty() ? null : container;
  }
}
