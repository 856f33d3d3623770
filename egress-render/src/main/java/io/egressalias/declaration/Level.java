package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map of the schema, at a place in a document.
 *
 * @param name the key of the map, or of the list that contains it; empty: the document
 */
record Level(String name, Fields shape, FieldPath path) {

  /** Returns the maps from the document to a place, the document first. */
  static List<Level> to(FieldPath place) {
    Level here = new Level("", DeclarationSchema.DOCUMENT, FieldPath.root());
    List<Level> levels = new ArrayList<>(List.of(here));
    FieldPath path = here.path();
    for (Step step : place.steps()) {
      if (step instanceof Step.Index index) {
        path = path.index(index.index());
        here = new Level(here.name(), here.shape(), path);
        levels.set(levels.size() - 1, here);
      } else {
        String key = ((Step.Key) step).key();
        Field field = here.shape().field(key);
        Fields inner = field == null ? null : fields(field);
        if (inner == null) {
          return levels;
        }
        path = path.key(key);
        here = new Level(key, inner, path);
        levels.add(here);
      }
    }
    return levels;
  }

  /** Returns the field at a path with an example, as a line; empty: the path is within a value. */
  static Optional<String> example(FieldPath path) {
    List<Level> levels = to(path);
    Level level = levels.get(levels.size() - 1);
    List<Step> rest = path.steps().subList(level.path().steps().size(), path.steps().size());
    if (rest.isEmpty() && levels.size() > 1) {
      return item(levels.get(levels.size() - 2), level.name());
    }
    Field field =
        !rest.isEmpty() && rest.get(0) instanceof Step.Key key
            ? level.shape().field(key.key())
            : null;
    if (field == null) {
      return Optional.empty();
    }
    if (rest.size() == 2
        && field.shape() instanceof TextMap
        && rest.get(1) instanceof Step.Key key) {
      return FlowText.of(
          key.key(), new Scalar(Mapping.empty().place(), Field.entry("").example(), true));
    }
    boolean item = rest.size() == 2 && field.shape() instanceof ListOf;
    return rest.size() > 1 && !item
        ? Optional.empty()
        : Optional.of(
            item
                ? field.item((ListOf) field.shape()).example()
                : field.name() + ": " + field.example());
  }

  /** Returns an example of an item that is a map or a text. */
  private static Optional<String> item(Level parent, String name) {
    Field field = parent.shape().field(name);
    return field != null
            && field.shape() instanceof ListOf list
            && list.items() instanceof TextOrFields
        ? Optional.of(field.item(list).example())
        : Optional.empty();
  }

  /**
   * A field that another map than the present one has.
   *
   * @param level the present map, or a map that contains it
   * @param down the fields from there to the map with the field; empty: it is the level itself
   */
  record Home(Level level, List<Field> down, Field field) {
    public Home {
      down = List.copyOf(down);
    }

    /** Returns the map that has the field. */
    Fields shape() {
      Fields inner = down.isEmpty() ? null : fields(down.get(down.size() - 1));
      return inner == null ? level.shape() : inner;
    }

    /** Returns the path of the map with the field, or of the list that contains the map. */
    FieldPath holder() {
      FieldPath path = level.path();
      for (Field each : down) {
        path = path.key(each.name());
        if (each.shape() instanceof ListOf) {
          return path;
        }
      }
      return path;
    }

    /** Returns the path of the field, or of the first list or absent map around the field. */
    FieldPath meant(Tree document) {
      FieldPath path = level.path();
      for (Field each : down) {
        path = path.key(each.name());
        if (each.shape() instanceof ListOf || Locator.value(document, path) == null) {
          return path;
        }
      }
      return path.key(field.name());
    }
  }

  /** Returns the field with a name in the nearest map around a place, or within it. */
  static Optional<Home> home(String name, List<Level> levels) {
    for (int i = levels.size() - 1; i >= 0; i--) {
      Level level = levels.get(i);
      boolean here = i == levels.size() - 1;
      Field field = here ? null : named(name, level.shape());
      Optional<Home> home =
          field == null ? below(name, level, here) : Optional.of(new Home(level, List.of(), field));
      if (home.isPresent()) {
        return home;
      }
    }
    return Optional.empty();
  }

  /**
   * Returns the field in the nearest map within a level.
   *
   * @param intoLists whether items of lists count; those beside the place are other things
   */
  private static Optional<Home> below(String name, Level level, boolean intoLists) {
    Deque<List<Field>> open = new ArrayDeque<>(List.of(List.of()));
    while (!open.isEmpty()) {
      List<Field> down = open.remove();
      Fields shape = down.isEmpty() ? level.shape() : fields(down.get(down.size() - 1));
      Field found = shape == null || down.isEmpty() ? null : named(name, shape);
      if (found != null) {
        return Optional.of(new Home(level, down, found));
      }
      for (Field field : shape == null ? List.<Field>of() : shape.fields()) {
        if (intoLists || !(field.shape() instanceof ListOf)) {
          List<Field> longer = new ArrayList<>(down);
          longer.add(field);
          open.add(longer);
        }
      }
    }
    return Optional.empty();
  }

  /** Returns the field with a name in any common notation, such as {@code credential_name}. */
  static @Nullable Field named(String name, Fields shape) {
    String plain = plain(name);
    for (Field field : shape.fields()) {
      if (plain(field.name()).equals(plain)) {
        return field;
      }
    }
    return null;
  }

  /** Returns a name in lower case, without hyphens and underscores. */
  static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static @Nullable Fields fields(Field field) {
    FieldSchema shape = field.shape() instanceof ListOf list ? list.items() : field.shape();
    if (shape instanceof TextOrFields either) {
      return either.fields();
    }
    return shape instanceof Fields fields ? fields : null;
  }
}
