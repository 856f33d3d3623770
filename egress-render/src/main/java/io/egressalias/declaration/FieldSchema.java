package io.egressalias.declaration;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioVersion;
import io.egressalias.resolve.Capability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a value of a declaration has to look like. The reader and the JSON Schema are both made from
 * this one description.
 */
sealed interface FieldSchema {
  FieldSchema TEXT = new Text();
  FieldSchema TEXTS = new ListOf(TEXT);
  FieldSchema MAP = new TextMap(true);
  FieldSchema LABELS = new TextMap(false);

  /** A string. */
  record Text() implements FieldSchema {}

  /**
   * A release, such as {@code 1.27}, or one word in its place.
   *
   * @param word empty: no word
   * @param meaning what the word stands for
   */
  record Release(String example, String word, String meaning) implements FieldSchema {

    Release(String example) {
      this(example, "", "");
    }

    /** Returns whether a text is such a value; every product writes its releases alike. */
    boolean admits(String text) {
      return (!word.isEmpty() && text.equals(word)) || IstioVersion.parse(text).isPresent();
    }

    /** Returns what to write, in backticks. */
    String written(String key) {
      String release = "`" + key + ": \"" + example + "\"`";
      return word.isEmpty() ? release : release + ", or `" + key + ": " + word + "` for " + meaning;
    }
  }

  /** An integer in decimal. */
  record Int(int least, int most) implements FieldSchema {}

  /** An integer, or a string that is not one. */
  record IntOrText(int least, int most) implements FieldSchema {}

  /** One of some words. */
  record Word(List<String> words) implements FieldSchema {
    public Word {
      words = List.copyOf(words);
    }

    /** Returns the names of constants, in their order. */
    static Word of(Enum<?>[] constants) {
      List<String> names = new ArrayList<>(constants.length);
      for (Enum<?> constant : constants) {
        names.add(constant.name());
      }
      return new Word(names);
    }
  }

  /**
   * A list of values of one shape.
   *
   * @param mergeKey the key by which a patch finds the item that it changes; empty: a patch
   *     replaces the list
   */
  record ListOf(FieldSchema items, boolean mayBeEmpty, Optional<String> mergeKey)
      implements FieldSchema {

    ListOf(FieldSchema items) {
      this(items, false, Optional.empty());
    }

    /** Returns a list whose items a patch finds by a key. */
    static ListOf mergedBy(String key, FieldSchema items) {
      return new ListOf(items, false, Optional.of(key));
    }
  }

  /** A map from strings to strings. */
  record TextMap(boolean mayBeEmpty) implements FieldSchema {}

  /**
   * A map with known keys.
   *
   * @param oneOf keys of which exactly one has to be there; empty: no such condition
   * @param variants what else may be there by the word of one key
   */
  record Fields(List<Field> fields, Optional<OneOf> oneOf, Optional<Variants> variants)
      implements FieldSchema {
    public Fields {
      fields = List.copyOf(fields);
    }

    /** Returns a map with known keys, and no condition on them. */
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

    /** Returns the field of a name; null: there is none. */
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
   * Keys of which exactly one has to be there.
   *
   * @param rule the rule that says so
   * @param ifNone what to do where none is there
   * @param ifSeveral what to do where several are present, other than to remove all but one
   */
  record OneOf(List<String> keys, Rule rule, String ifNone, String ifSeveral) {
    public OneOf {
      keys = List.copyOf(keys);
    }
  }

  /**
   * A key whose word decides which others may stand beside it.
   *
   * @param key such as {@code mode}
   * @param excluded for each word the keys that have no effect beside it
   * @param rule the rule that says so
   */
  record Variants(String key, SortedMap<String, List<String>> excluded, Rule rule) {}

  /**
   * A known key.
   *
   * @param meaning what the field means, in sentences
   * @param fallback what holds where the field is left out; empty: nothing to say of it
   * @param example a value as it is written in YAML flow style
   * @param capability what the form of an alias has to support; empty: every form takes the field
   */
  record Field(
      String name,
      FieldSchema shape,
      boolean required,
      String meaning,
      String fallback,
      String example,
      Optional<Capability> capability) {

    /** Returns a field that has to be there. */
    static Field required(String name, FieldSchema shape, String meaning, String example) {
      return new Field(name, shape, true, meaning, "", example, Optional.empty());
    }

    /** Returns a field that may be left out. */
    static Field optional(String name, FieldSchema shape, String meaning, String example) {
      return new Field(name, shape, false, meaning, "", example, Optional.empty());
    }

    /** Returns the field with what holds where it is left out. */
    Field byDefault(String value) {
      return new Field(name, shape, required, meaning, value, example, capability);
    }

    /** Returns the field with what the form of an alias has to support. */
    Field needs(Capability needed) {
      return new Field(name, shape, required, meaning, fallback, example, Optional.of(needed));
    }

    /** Returns what the field means, and its default, in sentences. */
    String description() {
      return fallback.isEmpty() ? meaning : meaning + " Default: " + fallback + ".";
    }
  }
}
