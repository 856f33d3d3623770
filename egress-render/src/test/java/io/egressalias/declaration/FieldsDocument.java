package io.egressalias.declaration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code FIELDS.md} with every field of a declaration. */
final class FieldsDocument {
  private static final String HEAD =
      """
      # Fields

      The fields of a declaration, a document of the kind `EgressAliases`. `egress explain
      spec.aliases.tls.mode` prints one of them. [The rules](../egress-model/RULES.md) restrict their
      values.

      This file is generated. To update it, run `mvn test -pl egress-render -am
      -Dtest=FieldsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -Degress.update=true`.
      """;

  private static final Map<String, String> TYPES =
      Map.of(
          "string", "string",
          "[]string", "list of strings",
          "integer", "integer",
          "boolean", "boolean",
          "IntOrString", "integer or string",
          "map[string]string", "map of strings",
          "Object", "map",
          "[]Object", "list of maps",
          "StringOrObject", "string or map",
          "[]StringOrObject", "list of strings or maps");

  /** The path at which fields occur first. */
  private final Map<List<FieldDescription>, String> written = new LinkedHashMap<>();

  private final StringBuilder text = new StringBuilder(HEAD);

  private FieldsDocument() {}

  static String write() {
    FieldsDocument document = new FieldsDocument();
    document.section("", FieldReference.fields());
    return document.text.toString();
  }

  private void section(String path, List<FieldDescription> fields) {
    List<FieldDescription> inner = new ArrayList<>();
    for (FieldDescription field : fields) {
      boolean first = written.putIfAbsent(field.fields(), below(path, field)) == null;
      if (first && !field.fields().isEmpty()) {
        inner.add(field);
      }
    }
    text.append("\n## ").append(path.isEmpty() ? "The document" : "`" + path + "`");
    text.append("\n\n| field | type | meaning | default | example |\n|---|---|---|---|---|\n");
    fields.forEach(this::row);
    inner.forEach(field -> section(below(path, field), field.fields()));
  }

  private void row(FieldDescription field) {
    List<String> meaning = new ArrayList<>(List.of(field.meaning()));
    if (!field.allowed().isEmpty()) {
      meaning.add("Allowed: " + field.allowed() + ".");
    }
    if (!field.availability().isEmpty()) {
      meaning.add("Available in: " + field.availability() + ".");
    }
    if (!field.fields().isEmpty()) {
      meaning.add("Its fields: `" + written.get(field.fields()) + "`.");
    }
    text.append("| `").append(field.name()).append("` | ").append(TYPES.get(field.type()));
    text.append(field.required() ? ", required" : "").append(" | ");
    text.append(String.join(" ", meaning)).append(" | ").append(field.fallback());
    text.append(" | `").append(field.name()).append(": ").append(field.example()).append("` |\n");
  }

  private static String below(String path, FieldDescription field) {
    String own = field.name() + (field.type().startsWith("[]") ? "[]" : "");
    return path.isEmpty() ? own : path + "." + own;
  }
}
