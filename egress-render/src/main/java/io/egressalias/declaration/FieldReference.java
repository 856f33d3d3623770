package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Bool;
import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.Int;
import io.egressalias.declaration.FieldSchema.IntOrText;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.internal.text.Suggestions;
import io.egressalias.resolve.Capability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The documentation of every field of a declaration, generated from the schema that the reader
 * uses.
 */
public final class FieldReference {
  /**
   * The index of an item, such as {@code [0]}, which the path of a finding has and the path of a
   * field has not.
   */
  private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");

  private FieldReference() {}

  /** Returns the fields of the document, each with its nested fields. */
  public static List<FieldDescription> fields() {
    return described(DeclarationSchema.DOCUMENT);
  }

  /**
   * Returns the field with a path such as {@code spec.aliases.tls.mode}; a path of a finding, such
   * as {@code spec.aliases[0].tls.mode}, works as well.
   */
  public static Optional<FieldDescription> find(String path) {
    List<FieldDescription> fields = fields();
    Optional<FieldDescription> found = Optional.empty();
    for (String name : names(path)) {
      found = named(fields, name);
      if (found.isEmpty()) {
        return found;
      }
      fields = found.get().fields();
    }
    return found;
  }

  /** Returns the paths of all fields, such as {@code spec.aliases.tls.mode}. */
  public static List<String> paths() {
    return paths("", fields());
  }

  /** Returns the path of the field that an unknown path probably means. */
  public static Optional<String> nearest(String path) {
    String end = "." + String.join(".", names(path));
    Optional<String> within =
        paths().stream()
            .filter(known -> known.endsWith(end))
            .min(Comparator.comparingInt(String::length));
    if (within.isPresent()) {
      return within;
    }
    StringBuilder nearest = new StringBuilder();
    List<FieldDescription> fields = fields();
    for (String name : names(path)) {
      List<String> known = fields.stream().map(FieldDescription::name).toList();
      Optional<String> meant =
          known.contains(name)
              ? Optional.of(name)
              : OtherNames.field(name, "")
                  .filter(known::contains)
                  .or(() -> Suggestions.of(name, known));
      if (meant.isEmpty()) {
        break;
      }
      nearest.append(nearest.length() == 0 ? "" : ".").append(meant.get());
      fields = named(fields, meant.get()).orElseThrow().fields();
    }
    return nearest.length() == 0 ? Optional.empty() : Optional.of(nearest.toString());
  }

  private static String[] names(String path) {
    return INDEX.matcher(path).replaceAll("").split("\\.", -1);
  }

  private static List<String> paths(String parent, List<FieldDescription> fields) {
    List<String> paths = new ArrayList<>();
    for (FieldDescription field : fields) {
      paths.add(parent + field.name());
      paths.addAll(paths(parent + field.name() + ".", field.fields()));
    }
    return paths;
  }

  private static Optional<FieldDescription> named(List<FieldDescription> fields, String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  private static List<FieldDescription> described(Fields shape) {
    return shape.fields().stream().map(FieldReference::described).toList();
  }

  private static FieldDescription described(Field field) {
    FieldSchema item = field.shape() instanceof ListOf list ? list.items() : field.shape();
    FieldSchema inner = item instanceof TextOrFields either ? either.fields() : item;
    return new FieldDescription(
        field.name(),
        type(field.shape()),
        field.required(),
        field.meaning(),
        field.fallback(),
        allowed(inner),
        field.capability().map(Capability::availability).orElse(""),
        field.example(),
        inner instanceof Fields fields ? described(fields) : List.of());
  }

  private static String type(FieldSchema shape) {
    if (shape instanceof ListOf list) {
      return "[]" + type(list.items());
    }
    if (shape instanceof Fields) {
      return "Object";
    }
    if (shape instanceof TextMap) {
      return "map[string]string";
    }
    if (shape instanceof Int) {
      return "integer";
    }
    if (shape instanceof Bool) {
      return "boolean";
    }
    if (shape instanceof TextOrFields) {
      return "StringOrObject";
    }
    return shape instanceof IntOrText ? "IntOrString" : "string";
  }

  private static String allowed(FieldSchema shape) {
    if (shape instanceof Word word) {
      return String.join(", ", word.words());
    }
    if (shape instanceof Int number) {
      return number.least() + " to " + number.most();
    }
    return shape instanceof IntOrText either
        ? either.least() + " to " + either.most() + ", or a name"
        : "";
  }
}
