package io.egressalias.declaration;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioVersion;
import io.egressalias.resolve.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The schema of a value of a declaration. The reader and the JSON Schema both use it. */
sealed interface FieldSchema {
  FieldSchema TEXT = new Text();
  FieldSchema TEXTS = new ListOf(TEXT);
  FieldSchema MAP = new TextMap(true);
  FieldSchema LABELS = new TextMap(false);
  FieldSchema BOOL = new Bool();

  record Text() implements FieldSchema {}

  /** {@code true} or {@code false}. */
  record Bool() implements FieldSchema {}

  /**
   * A release, such as {@code 1.27}, or one word instead.
   *
   * @param word the word; empty: none
   * @param meaning what the word means
   */
  record Release(String example, String word, String meaning) implements FieldSchema {

    Release(String example) {
      this(example, "", "");
    }

    /** Returns whether a text is a valid value; all products write releases in the same way. */
    boolean admits(String text) {
      return (!word.isEmpty() && text.equals(word)) || IstioVersion.parse(text).isPresent();
    }

    /** Returns an example of a value, in backticks. */
    String written(String key) {
      String release = "`" + key + ": \"" + example + "\"`";
      return word.isEmpty() ? release : release + ", or `" + key + ": " + word + "` for " + meaning;
    }
  }

  /** An integer in decimal. */
  record Int(int least, int most) implements FieldSchema {}

  /** An integer, or a string that is not one. */
  record IntOrText(int least, int most) implements FieldSchema {}

  /** A map, or a string that is the value of its only required key. */
  record TextOrFields(Fields fields) implements FieldSchema {}

  /** One of several words. */
  record Word(List<String> words) implements FieldSchema {
    public Word {
      words = List.copyOf(words);
    }

    /** Returns the schema that allows the names of constants, in their order. */
    static Word of(Enum<?>[] constants) {
      List<String> names = new ArrayList<>(constants.length);
      for (Enum<?> constant : constants) {
        names.add(constant.name());
      }
      return new Word(names);
    }
  }

  /**
   * A list whose items have the same schema.
   *
   * @param mergeKey the key by which a patch finds the item to change; empty: a patch replaces the
   *     list
   */
  record ListOf(FieldSchema items, boolean mayBeEmpty, Optional<String> mergeKey)
      implements FieldSchema {

    ListOf(FieldSchema items) {
      this(items, false, Optional.empty());
    }

    /** Returns a list in which a patch finds items by a key. */
    static ListOf mergedBy(String key, FieldSchema items) {
      return new ListOf(items, false, Optional.of(key));
    }

    /** Returns the same list, which may be empty. */
    ListOf orEmpty() {
      return new ListOf(items, true, mergeKey);
    }
  }

  /** A map from strings to strings. */
  record TextMap(boolean mayBeEmpty) implements FieldSchema {}

  /**
   * A map with known keys.
   *
   * @param oneOf keys of which exactly one is required; empty: no such condition
   * @param variants keys that are allowed only for some values of another key
   */
  record Fields(List<Field> fields, Optional<OneOf> oneOf, Optional<Variants> variants)
      implements FieldSchema {
    public Fields {
      fields = List.copyOf(fields);
    }

    /** Returns a map with known keys and no condition on them. */
    static Fields of(List<Field> fields) {
      return new Fields(fields, Optional.empty(), Optional.empty());
    }

    /** Returns the names of the fields. */
    List<String> names() {
      List<String> names = new ArrayList<>(fields.size());
      for (Field field : fields) {
        names.add(field.name());
      }
      return names;
    }

    /** Returns the field with a name; null: none. */
    @Nullable Field field(String name) {
      for (Field field : fields) {
        if (field.name().equals(name)) {
          return field;
        }
      }
      return null;
    }
  }

  /**
   * Keys of which exactly one is required.
   *
   * @param rule the rule with this requirement
   * @param ifNone the remedy if none is present
   * @param ifSeveral the remedy if several are present, beside removing all but one
   */
  record OneOf(List<String> keys, Rule rule, String ifNone, String ifSeveral) {
    public OneOf {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key whose value decides which other keys are allowed.
   *
   * @param key such as {@code mode}
   * @param excluded for each value, the keys that have no meaning with it
   * @param rule the rule with this requirement
   */
  record Variants(String key, SortedMap<String, List<String>> excluded, Rule rule) {}

  /**
   * A known key.
   *
   * @param meaning what the field means, in sentences
   * @param fallback the behavior if the field is absent; empty: not described
   * @param example a value as written in YAML flow style
   * @param capability the capability that the form of an alias needs; empty: every form supports
   *     the field
   */
  record Field(
      String name,
      FieldSchema shape,
      boolean required,
      String meaning,
      String fallback,
      String example,
      Optional<Capability> capability) {

    /** Returns a required field. */
    static Field required(String name, FieldSchema shape, String meaning, String example) {
      return new Field(name, shape, true, meaning, "", example, Optional.empty());
    }

    /** Returns an optional field. */
    static Field optional(String name, FieldSchema shape, String meaning, String example) {
      return new Field(name, shape, false, meaning, "", example, Optional.empty());
    }

    /** Returns a value of a map from strings to strings. */
    static Field entry(String key) {
      return new Field(key, TEXT, false, "", "", "example", Optional.empty());
    }

    /** Returns an item of the list that this field is; an item has no name. */
    Field item(ListOf list) {
      String items = example.substring(1, example.length() - 1);
      int end = items.startsWith("{") ? -1 : items.indexOf(", ");
      return new Field(
          "",
          list.items(),
          false,
          "",
          "",
          end < 0 ? items : items.substring(0, end),
          Optional.empty());
    }

    /** Returns the field with a description of its default. */
    Field byDefault(String value) {
      return new Field(name, shape, required, meaning, value, example, capability);
    }

    /** Returns the field with the capability that the form of an alias needs. */
    Field needs(Capability needed) {
      return new Field(name, shape, required, meaning, fallback, example, Optional.of(needed));
    }

    /** Returns the meaning and the default of the field, in sentences. */
    String description() {
      return fallback.isEmpty() ? meaning : meaning + " Default: " + fallback + ".";
    }
  }
}
