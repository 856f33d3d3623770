package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.declaration.Level.Home;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key that is a field of another map.
 *
 * @param key as the user wrote it
 * @param home the map that has the field
 * @param together all keys beside it that belong to the same map, by the names of their fields
 */
record MisplacedKey(String key, Home home, Map<String, Entry> together) {

  String message() {
    return "the key `" + Quoted.shortened(key) + "` belongs under `" + holder() + "`";
  }

  /** Returns the name of the map that has the field, as a user can find it. */
  private String holder() {
    if (home.down().isEmpty()) {
      return home.level().path().toString();
    }
    List<String> names = new ArrayList<>();
    home.down().forEach(field -> names.add(field.name()));
    return String.join(".", names);
  }

  String remedy(Tree document) {
    Tree around = Locator.value(document, home.level().path());
    if (home.down().isEmpty()) {
      return move(around, holder());
    }
    Field first = home.down().get(0);
    Tree present = around instanceof Mapping mapping ? mapping.value(first.name()) : null;
    if (present == null) {
      return line()
          .map(line -> "Replace " + SchemaRemedy.joined(keys()) + " with `" + line + "`")
          .orElse("Move `" + Quoted.shortened(key) + "` to `" + holder() + "`");
    }
    boolean list = present instanceof Sequence items && !items.items().isEmpty();
    return list && home.down().size() == 1
        ? move(((Sequence) present).items().get(0), holder() + "[0]")
        : move(present, holder());
  }

  private String move(@Nullable Tree map, String name) {
    String shortened = Quoted.shortened(key);
    String field = home.field().name();
    if (home.down().size() < 2 && map instanceof Mapping mapping && mapping.entry(field) != null) {
      return "Remove `" + shortened + "`, because `" + name + "` has `" + field + "` already";
    }
    return key.equals(field)
        ? "Move `" + shortened + "` to `" + name + "`"
        : "Rename `" + shortened + "` to `" + field + "`, and move it to `" + name + "`";
  }

  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    together.values().forEach(entry -> keys.add(Quoted.shortened(entry.key().text())));
    return keys;
  }

  /** Returns the map with all of the keys, and with the fields that it requires beside them. */
  private Optional<String> line() {
    if (home.down().size() != 1 || !together.containsKey(home.field().name())) {
      return Optional.empty();
    }
    Fields shape = home.shape();
    List<String> lines = new ArrayList<>();
    for (Field field : shape.fields()) {
      Entry entry = together.get(field.name());
      if (entry != null) {
        Optional<String> line =
            SchemaRemedy.fitting(field, entry.value())
                .or(() -> FlowText.of(field.name(), entry.value()));
        if (line.isEmpty()) {
          return line;
        }
        lines.add(line.get());
      } else if (field.required()) {
        lines.add(field.name() + ": " + required(field, shape));
      }
    }
    Field holder = home.down().get(0);
    String map = "{" + String.join(", ", lines) + "}";
    return Optional.of(
        holder.name() + ": " + (holder.shape() instanceof ListOf ? "[" + map + "]" : map));
  }

  /** Returns a value that all of the keys can be combined with. */
  private String required(Field field, Fields shape) {
    if (shape.variants().isPresent() && shape.variants().get().key().equals(field.name())) {
      Map<String, List<String>> excluded = shape.variants().get().excluded();
      for (String word : ((Word) field.shape()).words()) {
        if (together.keySet().stream()
            .noneMatch(excluded.getOrDefault(word, List.of())::contains)) {
          return word;
        }
      }
    }
    return field.example();
  }
}
