package io.egressalias.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.egressalias.internal.text.PrettyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks the committed schema, which editors fetch, against the one that the command prints. */
final class JsonSchemaTest {
  private static final Path FILE = Path.of("egressaliases.schema.json");
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void committedSchemaIsUpToDate() throws IOException {
    String current = PrettyJson.write(JsonSchema.document());
    String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
    if (Boolean.getBoolean("egress.update")) {
      Files.writeString(FILE, current);
    }
    assertEquals(committed, current, "written anew with -Degress.update=true");
  }

  @Test
  void schemaIsAValidJsonSchema() throws IOException {
    String dialect = SpecificationVersion.DRAFT_2020_12.getDialectId();
    Schema ofSchemas = REGISTRY.getSchema(SchemaLocation.of(dialect));
    assertEquals(List.of(), ofSchemas.validate(JsonSchema.document()));
  }

  @Test
  void everyExampleIsValidForItsField() {
    List<String> wrong = new ArrayList<>();
    examples(JsonSchema.document(), "", wrong);
    assertEquals(List.of(), wrong);
  }

  private static void examples(ObjectNode schema, String path, List<String> wrong) {
    if (schema.get("items") instanceof ObjectNode items) {
      examples(items, path + "[]", wrong);
    }
    if (!(schema.get("properties") instanceof ObjectNode properties)) {
      return;
    }
    properties.forEachEntry(
        (name, property) -> {
          Schema own = REGISTRY.getSchema(property);
          for (JsonNode example : property.path("examples")) {
            own.validate(example).forEach(e -> wrong.add(path + "." + name + ": " + e));
          }
          if (property.path("examples").isEmpty() || property.path("description").isMissingNode()) {
            wrong.add(path + "." + name + ": no description or no example");
          }
          examples((ObjectNode) property, path + "." + name, wrong);
        });
  }
}
