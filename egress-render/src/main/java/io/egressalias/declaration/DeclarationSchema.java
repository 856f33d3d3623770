package io.egressalias.declaration;

import static io.egressalias.declaration.FieldSchema.Field.optional;
import static io.egressalias.declaration.FieldSchema.Field.required;
import static io.egressalias.declaration.FieldSchema.MAP;
import static io.egressalias.declaration.FieldSchema.TEXT;
import static io.egressalias.model.EgressAliases.API_VERSION;
import static io.egressalias.model.EgressAliases.KIND;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Word;
import java.util.List;

/** The schema of a document of the kind {@code EgressAliases}. */
final class DeclarationSchema {
  private static final Fields METADATA =
      Fields.of(
          List.of(
              required("name", TEXT, "The name of the declaration.", "external-services"),
              optional(
                  "namespace",
                  TEXT,
                  "The same as spec.namespace, for kustomize and kpt, which write it here. If both"
                      + " are declared, they must be equal.",
                  "default"),
              optional(
                  "annotations",
                  MAP,
                  "Annotations for other tools. They are not rendered.",
                  "{config.kubernetes.io/local-config: \"true\"}")));

  /** The whole document. */
  static final Fields DOCUMENT =
      Fields.of(
          List.of(
              required(
                  "apiVersion",
                  new Word(List.of(API_VERSION)),
                  "The version of this format.",
                  API_VERSION),
              required("kind", new Word(List.of(KIND)), "The kind of this document.", KIND),
              required(
                  "metadata",
                  METADATA,
                  "The name, the namespace and the annotations of the declaration.",
                  "{name: external-services}"),
              required(
                  "spec",
                  SpecField.SHAPE,
                  "The aliases, their platform and their defaults.",
                  "{aliases: [{name: my-httpbin, externalName: httpbin.org, ports: [{name: http,"
                      + " port: 80}]}]}")));

  /** The document as a value. */
  static final Field WHOLE = required("", DOCUMENT, "", "");

  private DeclarationSchema() {}
}
