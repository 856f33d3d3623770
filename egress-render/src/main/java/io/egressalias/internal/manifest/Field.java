package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.SourceLocation;
import io.egressalias.internal.text.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, which may be absent. A null is absent, as for the API server.
 *
 * @param object the object
 * @param path the path of the field
 * @param tree the value; null: absent
 */
public record Field(ManifestObject object, FieldPath path, @Nullable Tree tree) {

  /** Reads a null as absent. */
  public Field {
    tree = tree instanceof Tree.Scalar scalar && scalar.isNull() ? null : tree;
  }

  /** Returns whether both are the same field of the same object; the value follows from these. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Field that && object.equals(that.object) && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return 31 * object.hashCode() + path.hashCode();
  }

  /** Returns a field of an object by its keys. */
  public static Field of(ManifestObject object, String... keys) {
    return new Field(object, FieldPath.of(keys), object.tree().at(keys));
  }

  /** Returns a field of this map. */
  public Field at(String key) {
    Tree value = tree instanceof Tree.Mapping mapping ? mapping.value(key) : null;
    return new Field(object, path.key(key), value);
  }

  /** Returns whether the field is present. */
  public boolean present() {
    return tree != null;
  }

  /** Returns the keys of this map whose values are present. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (tree instanceof Tree.Mapping mapping) {
      for (Tree.Entry entry : mapping.entries()) {
        if (at(entry.key().text()).present()) {
          keys.add(entry.key().text());
        }
      }
    }
    return keys;
  }

  /** Returns the items of this list. */
  public List<Field> items() {
    List<Field> items = new ArrayList<>();
    if (tree instanceof Tree.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        items.add(new Field(object, path.index(i), sequence.items().get(i)));
      }
    }
    return items;
  }

  /** Returns the texts of this list; an item that is no scalar is left out. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Field item : items()) {
      if (!item.text().isEmpty()) {
        texts.add(item.text());
      }
    }
    return texts;
  }

  /** Returns the text of this scalar; empty: absent. */
  public String text() {
    return tree instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  /** Returns the text of this scalar, if it is present and not empty. */
  public Optional<String> optional() {
    return text().isEmpty() ? Optional.empty() : Optional.of(text());
  }

  /** Returns the number of a port in this scalar; empty: absent, or no number. */
  public OptionalInt number() {
    try {
      return OptionalInt.of(Integer.parseInt(text()));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Returns the entries of this map, in their order; a value that is no scalar is left out. */
  public Map<String, String> entries() {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String key : keys()) {
      if (at(key).tree() instanceof Tree.Scalar value) {
        entries.put(key, value.text());
      }
    }
    return entries;
  }

  /** Returns the place of the field, or of the nearest existing value around it. */
  public SourceLocation place() {
    return object.locate(path);
  }
}
