package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
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
 * <p>The value is found again when it is asked for if the tree of the object is small and packed:
 * the rules keep fields of most objects, and the values would retain the trees.
 */
public final class Field {
  private final ManifestObject object;
  private final FieldPath path;
  private final boolean found;

  /** Null if it is absent, or not yet found. */
  private final @Nullable Tree tree;

  private Field(ManifestObject object, FieldPath path, boolean found, @Nullable Tree tree) {
    this.object = object;
    this.path = path;
    this.found = found;
    this.tree = tree;
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
    FieldPath path = FieldPath.of(keys);
    return object.isLight()
        ? new Field(object, path, false, null)
        : found(object, path, object.tree().at(keys));
  }

  /** Returns an absent field. */
  public static Field absent(ManifestObject object, FieldPath path) {
    return new Field(object, path, true, null);
  }

  private static Field found(ManifestObject object, FieldPath path, @Nullable Tree tree) {
    return new Field(object, path, true, present(tree));
  }

  private static @Nullable Tree present(@Nullable Tree tree) {
    return tree instanceof Tree.Scalar scalar && scalar.isNull() ? null : tree;
  }

  /** Returns the object. */
  public ManifestObject object() {
    return object;
  }

  /** Returns the path of the field. */
  public FieldPath path() {
    return path;
  }

  /** Returns the value; null: absent. */
  public @Nullable Tree tree() {
    if (found) {
      return tree;
    }
    Tree here = object.tree();
    List<Step> steps = path.steps();
    for (int i = 0; i < steps.size() && here != null; i++) {
      here = here.below(steps.get(i));
    }
    return present(here);
  }

  /** Returns a field of this map. */
  public Field at(String key) {
    FieldPath below = path.key(key);
    if (!found) {
      return new Field(object, below, false, null);
    }
    return found(object, below, tree instanceof Tree.Mapping map ? map.value(key) : null);
  }

  /** Returns whether the field is present. */
  public boolean present() {
    return tree() != null;
  }

  /** Returns the keys of this map whose values are present. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (tree() instanceof Tree.Mapping mapping) {
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
    if (tree() instanceof Tree.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        FieldPath item = path.index(i);
        items.add(
            found
                ? found(object, item, sequence.items().get(i))
                : new Field(object, item, false, null));
      }
    }
    return items;
  }

  /** Returns the texts of this list; an item that is no scalar is left out. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Field item : items()) {
      String text = item.text();
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Returns the text of this scalar; empty: absent. */
  public String text() {
    return tree() instanceof Tree.Scalar scalar ? scalar.text() : "";
  }

  /** Returns the text of this scalar, if it is present and not empty. */
  public Optional<String> optional() {
    String text = text();
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
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
