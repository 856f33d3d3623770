package io.egressalias.internal.krm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.egressalias.yaml.ManifestYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The committed definition is the one that the command prints, and uses only keywords of OpenAPI
 * 3.0.
 */
final class FunctionDefinitionTest {
  private static final Path FILE = Path.of("krm-function.yaml");

  private static final Set<String> WORDS =
      Set.of(
          "type",
          "description",
          "example",
          "enum",
          "properties",
          "required",
          "items",
          "minItems",
          "minProperties",
          "minimum",
          "maximum",
          "additionalProperties",
          "oneOf",
          "anyOf",
          "x-kubernetes-patch-strategy",
          "x-kubernetes-patch-merge-key");

  @Test
  void committedDefinitionIsUpToDate() throws IOException {
    String made =
        "# Made by `egress schema --krm-function`.\n"
            + ManifestYaml.map(FunctionDefinition.document());
    if (Boolean.getBoolean("egress.update")) {
      Files.writeString(FILE, made);
      fail(FILE + " is rewritten. Look at `git diff`, then run without -Degress.update");
    }
    assertEquals(Files.readString(FILE), made, "if this is meant, run with -Degress.update=true");
  }

  @Test
  void everySchemaHasATypeAndKnownWords() throws IOException {
    Object version = Lists.field(Lists.read(Files.readString(FILE)), "spec", "versions", 0);
    Map<?, ?> schema = (Map<?, ?>) Lists.field(version, "schema", "openAPIV3Schema");
    assertEquals(List.of("EgressAliases"), Lists.field(schema, "properties", "kind", "enum"));
    assertTrue(check(schema) > 30, "it looked at too little");
  }

  private static int check(Map<?, ?> schema) {
    assertTrue(WORDS.containsAll(schema.keySet()), schema::toString);
    assertTrue(schema.containsKey("type") || schema.containsKey("anyOf"), schema::toString);
    int checked = 1;
    if (schema.get("items") instanceof Map<?, ?> items) {
      checked += check(items);
    }
    if (schema.get("properties") instanceof Map<?, ?> properties) {
      assertFalse(properties.isEmpty());
      for (Object property : properties.values()) {
        checked += check((Map<?, ?>) property);
      }
    }
    return checked;
  }
}
