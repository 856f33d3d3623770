package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.List;
import java.util.Objects;

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

  static String listRemedy(Tree tree, ListOf shape, FieldPath path) {
    return !(shape.items() instanceof Fields) && tree instanceof Scalar scalar && scalar.isString()
        ? "Write " + line(path, "[" + Quoted.shortened(scalar.text()) + "]")
        : "Write each item on a separate line that starts with `- `";
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

  static String quote(Tree tree, FieldPath path) {
    if (!(tree instanceof Scalar scalar)) {
      return "Replace " + tree.found() + " with a string";
    }
    return scalar.isNull()
        ? "Write a value, such as `\"\"` for the empty string, or remove "
            + (lastKey(path).isEmpty() ? "the item" : "`" + Quoted.shortened(lastKey(path)) + "`")
        : "Write " + line(path, "\"" + Quoted.shortened(scalar.text()) + "\"") + " in quotes";
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
