package io.egressalias.declaration;

import io.egressalias.model.EgressAliases;
import io.egressalias.yaml.ManifestYaml;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes declarations as text. {@link DeclarationReader} reads the text back to an equal value. */
public final class DeclarationWriter {
  private DeclarationWriter() {}

  /**
   * Returns a declaration as one document without a leading {@code ---}. Fields are in the order of
   * the field reference; fields with their default value are omitted.
   *
   * @param name the {@code metadata.name}
   */
  public static String write(EgressAliases declaration, String name) {
    return ManifestYaml.map(tree(declaration, name));
  }

  /** Returns a declaration as a tree. */
  static ObjectNode tree(EgressAliases declaration, String name) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("apiVersion", EgressAliases.API_VERSION);
    document.put("kind", EgressAliases.KIND);
    document.putObject("metadata").put("name", name);
    document.set("spec", FieldWriter.map(SpecField.ALL, declaration));
    return document;
  }
}
