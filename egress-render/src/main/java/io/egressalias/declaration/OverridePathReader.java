package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.declaration.OverridePath.Step;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the path of an override, and refuses a path that names no field of a declaration. */
final class OverridePathReader {
  private static final String SPEC = "spec";
  private static final String NAME = "name";

  /** The largest number of digits of an index. */
  private static final int DIGITS = 6;

  private final String text;
  private final String option;
  private final List<Step> steps = new ArrayList<>();
  private int next;

  private OverridePathReader(String text, String option) {
    this.text = text;
    this.option = option;
  }

  /**
   * Reads a path.
   *
   * @param option the override, as messages name it
   */
  static OverridePath read(String text, String option) {
    return new OverridePathReader(text, option).path();
  }

  private OverridePath path() {
    Fields shape = DeclarationSchema.DOCUMENT;
    if (!text.startsWith(SPEC + ".") && !text.startsWith("metadata.")) {
      steps.add(new Step.Key(SPEC, ""));
      shape = SpecField.SHAPE;
    }
    Field field = field(shape, "");
    for (Fields inner = inner(field); next < text.length(); inner = inner(field)) {
      if (field.shape() instanceof ListOf list) {
        field = item(field, list);
      } else if (field.shape() instanceof TextMap) {
        field = entry();
      } else if (inner == null) {
        throw refused(
            "`" + before() + "` has no fields", "Write `" + before() + "` before the value");
      } else {
        skipDot();
        field = field(inner, textKey(field.shape()));
      }
    }
    refuseMaps(field);
    return new OverridePath(steps, field);
  }

  private Field field(Fields shape, String textKey) {
    String name = word();
    Field field = shape.field(name);
    if (field == null) {
      Optional<String> near = near(name, shape);
      throw refused(
          "the field `" + Quoted.shortened(name) + "` is unknown",
          near.isPresent()
              ? "Write `" + near.get() + "`"
              : "Write one of the fields " + "`" + String.join("`, `", shape.names()) + "`");
    }
    steps.add(new Step.Key(name, textKey));
    return field;
  }

  private static Optional<String> near(String name, Fields shape) {
    Field same = Level.named(name, shape);
    return same == null ? Suggestions.of(name, shape.names()) : Optional.of(same.name());
  }

  private Field item(Field field, ListOf list) {
    boolean bracket = text.charAt(next) == '[';
    String name = bracket ? bracketed() : dotted();
    Fields fields = fields(list.items());
    String key = list.mergeKey().orElse(NAME);
    if (bracket && isIndex(name)) {
      steps.add(new Step.Index(Integer.parseInt(name)));
    } else if (fields != null && fields.field(key) != null && !name.isEmpty()) {
      steps.add(new Step.Named(key, name));
    } else {
      throw refused(
          "`%s` selects no item of `%s`".formatted(Quoted.shortened(name), field.name()),
          "Write an index, such as `" + field.name() + "[0]`");
    }
    return field.item(list);
  }

  /** Reads the rest of the path as a key, which may contain dots. */
  private Field entry() {
    String rest = text.substring(next);
    boolean bracketed = rest.startsWith("[") && rest.endsWith("]");
    String key = rest.substring(1, rest.length() - (bracketed ? 1 : 0));
    if (key.isEmpty() || (!bracketed && rest.charAt(0) != '.')) {
      throw refused("a key is missing after `" + before() + "`", keyed());
    }
    next = text.length();
    steps.add(new Step.Key(key, ""));
    return Field.entry(key);
  }

  private void refuseMaps(Field field) {
    FieldSchema shape = field.shape();
    if (shape instanceof TextMap) {
      throw refused("`" + text + "` is a map", keyed());
    }
    if (shape instanceof Fields fields) {
      throw refused(
          "`" + text + "` is a map",
          "Write one of its fields, such as `" + text + "." + fields.names().get(0) + "`");
    }
    if (shape instanceof ListOf list && list.items() instanceof Fields) {
      throw refused(
          "`" + text + "` is a list of maps",
          "Select an item and a field, such as `" + text + "[0].name`");
    }
  }

  private String keyed() {
    return "Write a key, such as `" + before() + ".example`";
  }

  /** Returns the map in a value, or null. */
  private static @Nullable Fields inner(Field field) {
    return fields(field.shape());
  }

  private static @Nullable Fields fields(FieldSchema shape) {
    if (shape instanceof TextOrFields either) {
      return either.fields();
    }
    return shape instanceof Fields fields ? fields : null;
  }

  /** Returns the key that a string instead of a map is the value of; empty: there is none. */
  private static String textKey(FieldSchema shape) {
    if (shape instanceof TextOrFields either) {
      for (Field field : either.fields().fields()) {
        if (field.required()) {
          return field.name();
        }
      }
    }
    return "";
  }

  private static boolean isIndex(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < '0' || name.charAt(i) > '9') {
        return false;
      }
    }
    return !name.isEmpty() && name.length() <= DIGITS;
  }

  private String word() {
    int start = next;
    while (next < text.length() && text.charAt(next) != '.' && text.charAt(next) != '[') {
      next++;
    }
    return text.substring(start, next);
  }

  private String bracketed() {
    int end = text.indexOf(']', next);
    if (end < 0) {
      throw refused("`[` is not closed", "Write `]` after the index or the name");
    }
    String inside = text.substring(next + 1, end);
    next = end + 1;
    return inside;
  }

  private String dotted() {
    skipDot();
    return word();
  }

  private void skipDot() {
    if (text.charAt(next) != '.') {
      throw refused(
          "`.` is missing after `" + before() + "`", "Write `" + before() + ".` before the field");
    }
    next++;
  }

  private String before() {
    return Quoted.shortened(text.substring(0, next));
  }

  private InvalidOverrideException refused(String reason, String remedy) {
    return new InvalidOverrideException(option + " names no value: " + reason + ". " + remedy);
  }
}
