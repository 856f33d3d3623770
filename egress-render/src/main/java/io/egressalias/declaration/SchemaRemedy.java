package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the lines that remedies of structural findings tell the user to type. */
final class SchemaRemedy {
  private SchemaRemedy() {}

  /** Returns the first word beside which a key has an effect. */
  static String admitting(String key, Fields shape, Variants variants) {
    Field field = Objects.requireNonNull(shape.field(variants.key()));
    for (String word : ((Word) field.shape()).words()) {
      if (!variants.excluded().getOrDefault(word, List.of()).contains(key)) {
        return word;
      }
    }
    throw new IllegalStateException("every word excludes " + key);
  }

  /** Returns the line to write for a value that is not a list. */
  static String list(Tree tree, Field field, ListOf shape) {
    Optional<String> item = isItem(tree, shape.items()) ? FlowText.of(tree) : Optional.empty();
    return item.isPresent()
        ? "Write " + line(field, "[" + item.get() + "]")
        : "Write a list such as " + orRemoved(field);
  }

  private static boolean isItem(Tree tree, FieldSchema shape) {
    if (shape instanceof TextOrFields either) {
      return isItem(tree, FieldSchema.TEXT) || isItem(tree, either.fields());
    }
    return shape instanceof Fields fields
        ? tree instanceof Mapping mapping && isItem(mapping, fields)
        : tree instanceof Scalar scalar && scalar.isString();
  }

  private static boolean isItem(Mapping mapping, Fields shape) {
    for (Entry entry : mapping.entries()) {
      if (shape.field(entry.key().text()) == null) {
        return false;
      }
    }
    return !mapping.entries().isEmpty();
  }

  /** Returns the line to write for a value that is not a map. */
  static String map(Tree tree, Field field, Fields shape) {
    String entry = tree instanceof Scalar scalar ? abbreviated(scalar, shape) : "";
    return entry.isEmpty()
        ? "Write a map such as " + orRemoved(field)
        : "Write " + line(field, "{" + entry + "}");
  }

  /** Returns the entry that a scalar instead of a map probably means; empty: none. */
  private static String abbreviated(Scalar scalar, Fields shape) {
    for (Field field : shape.fields()) {
      boolean means =
          field.shape() instanceof Word word
              ? word.words().contains(scalar.text())
              : field.shape() instanceof FieldSchema.Text && scalar.isString();
      if (field.required() && means && shape.oneOf().isEmpty()) {
        return FlowText.of(field.name(), scalar).orElse("");
      }
    }
    return OtherNames.abbreviation(scalar.text(), shape);
  }

  /** Returns the example of a field, and how to do without an optional one. */
  static String orRemoved(Field field) {
    String example = line(field, field.example());
    boolean needed =
        field.required() || field.name().isEmpty() || AliasField.isTarget(field.name());
    return needed ? example : example + ", or remove `" + Quoted.shortened(field.name()) + "`";
  }

  /** Returns {@code `key: value`} for a field, and {@code `value`} for an item of a list. */
  private static String line(Field field, String value) {
    String key = field.name();
    return "`" + (key.isEmpty() ? "" : Quoted.shortened(key) + ": ") + value + "`";
  }

  /** Returns a line for a value that has not the type of a field; empty: it can have the type. */
  static Optional<String> fitting(Field field, Tree value) {
    if (value instanceof Scalar && field.shape() instanceof ListOf list) {
      return !(list.items() instanceof Fields)
          ? FlowText.of(value).map(text -> field.name() + ": [" + text + "]")
          : Optional.of(field.name() + ": " + field.example());
    }
    if (value instanceof Scalar scalar && field.shape() instanceof Fields fields) {
      String entry = abbreviated(scalar, fields);
      return Optional.of(
          field.name() + ": " + (entry.isEmpty() ? field.example() : "{" + entry + "}"));
    }
    if (value instanceof Scalar && field.shape() instanceof TextMap) {
      return Optional.of(field.name() + ": " + field.example());
    }
    return value instanceof Sequence list
            && !list.items().isEmpty()
            && list.items().get(0) instanceof Scalar first
            && !(field.shape() instanceof ListOf)
        ? FlowText.of(field.name(), first)
        : Optional.empty();
  }

  static String lastKey(FieldPath path) {
    return path.steps().get(path.steps().size() - 1) instanceof Step.Key key ? key.key() : "";
  }

  /** Returns {@code `key: value`} for a field, and {@code `value`} for an item of a list. */
  static String line(FieldPath path, String value) {
    String key = lastKey(path);
    return "`" + (key.isEmpty() ? "" : Quoted.shortened(key) + ": ") + value + "`";
  }

  static String example(Field field) {
    return "`" + field.name() + ": " + field.example() + "`";
  }

  /** Returns the line to write for a value that is not a string. */
  static String text(Tree tree, Field field) {
    if (tree instanceof Scalar scalar && !scalar.isNull()) {
      return "Write " + line(field, "\"" + Quoted.shortened(scalar.text()) + "\"") + " in quotes";
    }
    boolean single = tree instanceof Sequence list && list.items().size() == 1;
    return single && fitting(field, tree).isPresent()
        ? "Write `" + fitting(field, tree).get() + "`"
        : "Write a string such as " + orRemoved(field);
  }

  static String among(Word shape) {
    return (shape.words().size() > 1 ? "one of " : "") + ticked(shape.words());
  }

  /** Returns words as part of a sentence: {@code `a`, `b` and `c`}. */
  static String joined(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? ticked(words)
        : ticked(words.subList(0, last)) + " and `" + words.get(last) + "`";
  }

  static String ticked(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }
}
