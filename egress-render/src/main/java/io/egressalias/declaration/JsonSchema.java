package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Bool;
import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Int;
import io.egressalias.declaration.FieldSchema.IntOrText;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.model.EgressAliases;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The JSON Schema of a declaration, for editors. Generated from the schema that the reader uses; it
 * describes the structure, but not the rules.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, 2020-12</a>
 */
public final class JsonSchema {
  private static final String ID = "https://egressalias.io/schema/v1alpha1/egressaliases.json";

  /** The pattern of {@link io.egressalias.internal.text.PlainScalars#isDecimal}. */
  private static final String DECIMAL = "^-?(0|[1-9][0-9]*)$";

  private JsonSchema() {}

  /** Returns the schema of a document of the kind {@code EgressAliases}. */
  public static ObjectNode document() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ID);
    schema.put("title", EgressAliases.KIND);
    put(schema, DeclarationSchema.DOCUMENT);
    return schema;
  }

  /**
   * Returns the schema for OpenAPI 3.0, which has no constants, no conditions and one example.
   *
   * @see <a href="https://spec.openapis.org/oas/v3.0.3#schema-object">OpenAPI 3.0.3, schema
   *     object</a>
   */
  public static ObjectNode openApi() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    put(schema, DeclarationSchema.DOCUMENT);
    openApi(schema);
    mergeKeys(schema, DeclarationSchema.DOCUMENT);
    return schema;
  }

  /**
   * Returns the schema as a document of OpenAPI definitions, the input of {@code openapi} in a
   * kustomization.
   *
   * @see <a
   *     href="https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/openapi/">openapi
   *     in a kustomization</a>
   */
  public static ObjectNode definitions() {
    int slash = EgressAliases.API_VERSION.indexOf('/');
    String group = EgressAliases.API_VERSION.substring(0, slash);
    String version = EgressAliases.API_VERSION.substring(slash + 1);
    ObjectNode schema = openApi();
    schema
        .putArray("x-kubernetes-group-version-kind")
        .addObject()
        .put("group", group)
        .put("version", version)
        .put("kind", EgressAliases.KIND);
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document
        .putObject("definitions")
        .set("io.egressalias." + version + "." + EgressAliases.KIND, schema);
    return document;
  }

  /**
   * Adds the merge keys that kustomize uses when a strategic merge patch changes a list. Ports have
   * no merge key: with {@code name} kustomize drops the change of a port without a name, and with
   * {@code port} it merges 53/TCP and 53/UDP.
   */
  private static void mergeKeys(JsonNode schema, FieldSchema shape) {
    if (shape instanceof ListOf list) {
      if (list.mergeKey().isPresent()) {
        ((ObjectNode) schema)
            .put("x-kubernetes-patch-strategy", "merge")
            .put("x-kubernetes-patch-merge-key", list.mergeKey().get());
      }
      mergeKeys(schema.path("items"), list.items());
    } else if (shape instanceof Fields fields) {
      for (Field field : fields.fields()) {
        mergeKeys(schema.path("properties").path(field.name()), field.shape());
      }
    }
  }

  private static void openApi(ObjectNode schema) {
    schema.remove("allOf");
    if (schema.get("const") instanceof StringNode constant) {
      schema.remove("const");
      schema.put("type", "string").putArray("enum").add(constant);
    } else if (schema.has("enum")) {
      schema.put("type", "string");
    }
    if (schema.remove("examples") instanceof ArrayNode examples) {
      schema.set("example", examples.get(0));
    }
    if (schema.get("items") instanceof ObjectNode items) {
      openApi(items);
    }
    if (schema.get("anyOf") instanceof ArrayNode options) {
      options.forEach(option -> openApi((ObjectNode) option));
    }
    if (schema.get("properties") instanceof ObjectNode properties) {
      properties.forEach(property -> openApi((ObjectNode) property));
    }
  }

  private static void put(ObjectNode schema, FieldSchema shape) {
    if (shape instanceof Fields fields) {
      fields(schema, fields);
    } else if (shape instanceof ListOf list) {
      schema.put("type", "array");
      put(schema.putObject("items"), list.items());
      if (!list.mayBeEmpty()) {
        schema.put("minItems", 1);
      }
    } else if (shape instanceof TextMap map) {
      schema.put("type", "object");
      schema.putObject("additionalProperties").put("type", "string");
      if (!map.mayBeEmpty()) {
        schema.put("minProperties", 1);
      }
    } else if (shape instanceof Word word) {
      words(schema, word);
    } else if (shape instanceof Int number) {
      integer(schema, number.least(), number.most());
    } else if (shape instanceof IntOrText either) {
      ArrayNode options = schema.putArray("anyOf");
      integer(options.addObject(), either.least(), either.most());
      ObjectNode name = options.addObject().put("type", "string");
      name.putObject("not").put("pattern", DECIMAL);
    } else if (shape instanceof TextOrFields either) {
      ArrayNode options = schema.putArray("anyOf");
      options.addObject().put("type", "string");
      fields(options.addObject(), either.fields());
    } else {
      schema.put("type", shape instanceof Bool ? "boolean" : "string");
    }
  }

  private static void fields(ObjectNode schema, Fields shape) {
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (Field field : shape.fields()) {
      ObjectNode property = properties.putObject(field.name());
      property.put("description", field.description());
      put(property, field.shape());
      property.putArray("examples").add(example(field.example()));
    }
    List<String> required =
        shape.fields().stream().filter(Field::required).map(Field::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    schema.put("additionalProperties", false);
    shape.oneOf().ifPresent(oneOf -> oneOf(schema, oneOf.keys()));
    shape.variants().ifPresent(variants -> variants(schema, variants));
  }

  private static void oneOf(ObjectNode schema, List<String> keys) {
    ArrayNode alternatives = schema.putArray("oneOf");
    keys.forEach(key -> alternatives.addObject().putArray("required").add(key));
  }

  private static void variants(ObjectNode schema, Variants variants) {
    ArrayNode conditions = schema.putArray("allOf");
    for (Map.Entry<String, List<String>> word : variants.excluded().entrySet()) {
      ObjectNode condition = conditions.addObject();
      ObjectNode when = condition.putObject("if");
      when.putObject("properties").putObject(variants.key()).put("const", word.getKey());
      when.putArray("required").add(variants.key());
      ObjectNode then = condition.putObject("then").putObject("properties");
      word.getValue().forEach(key -> then.put(key, false));
    }
  }

  private static void words(ObjectNode schema, Word shape) {
    if (shape.words().size() == 1) {
      schema.put("const", shape.words().get(0));
    } else {
      shape.words().forEach(schema.putArray("enum")::add);
    }
  }

  private static void integer(ObjectNode schema, int least, int most) {
    schema.put("type", "integer").put("minimum", least).put("maximum", most);
  }

  private static JsonNode example(String yaml) {
    Object value = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    return tree(value);
  }

  /** Examples consist of maps, lists, texts, whole numbers, {@code true} and {@code false}. */
  private static JsonNode tree(Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      map.forEach((key, item) -> object.set(String.valueOf(key), tree(item)));
      return object;
    }
    if (value instanceof List<?> list) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      list.forEach(item -> array.add(tree(item)));
      return array;
    }
    if (value instanceof Integer number) {
      return JsonNodeFactory.instance.numberNode(number);
    }
    return value instanceof Boolean bool
        ? JsonNodeFactory.instance.booleanNode(bool)
        : JsonNodeFactory.instance.stringNode((String) value);
  }
}
