package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.OneOf;
import io.egressalias.declaration.FieldSchema.Release;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a tree against a schema and reports all differences. */
final class SchemaValidator {
  private final DocumentFindings findings;

  private SchemaValidator(DocumentFindings findings) {
    this.findings = findings;
  }

  /** Checks a document of the kind {@code EgressAliases}. */
  static void check(Tree document, DocumentFindings findings) {
    new SchemaValidator(findings).value(document, DeclarationSchema.DOCUMENT, FieldPath.root());
  }

  private void value(Tree tree, FieldSchema shape, FieldPath path) {
    if (shape instanceof Fields fields) {
      fields(tree, fields, path);
    } else if (shape instanceof ListOf list) {
      list(tree, list, path);
    } else if (shape instanceof TextMap map) {
      textMap(tree, map, path);
    } else if (shape instanceof Word word) {
      word(tree, word, path);
    } else if (shape instanceof FieldSchema.Text) {
      text(tree, path);
    } else if (shape instanceof Release release) {
      release(tree, release, path);
    } else if (shape instanceof FieldSchema.Int) {
      integer(tree, path, "a whole number in decimal");
    } else if (!isName(tree)) {
      integer(tree, path, "a whole number in decimal, or a name");
    }
  }

  private void fields(Tree tree, Fields shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      String keys = ticked(shape.names());
      wrongType(tree, path, "a map", "Write it with keys, of which these are known: " + keys);
      return;
    }
    boolean known = true;
    List<String> absent = List.of();
    for (Entry entry : unique(mapping, path)) {
      String key = entry.key().text();
      Field field = shape.field(key);
      if (field != null) {
        value(entry.value(), field.shape(), path.key(key));
      } else {
        absent = known ? Suggestions.absent(mapping, shape) : absent;
        known = false;
        findings.note(
            Rule.UNKNOWN_KEY,
            path.key(key),
            entry.key().position(),
            "unknown key `" + Quoted.shortened(key) + "`",
            Suggestions.remedy(key, path, absent, shape));
      }
    }
    Set<String> meant = known ? Set.of() : Suggestions.meant(mapping, absent, shape);
    for (String key : meant) {
      findings.breaks(path.key(key));
    }
    absent(mapping, shape, path, meant);
  }

  /** Reports missing fields, except those that are present under a wrong name. */
  private void absent(Mapping mapping, Fields shape, FieldPath path, Set<String> meant) {
    for (Field field : shape.fields()) {
      if (field.required()
          && mapping.entry(field.name()) == null
          && !meant.contains(field.name())) {
        missing(mapping, field, path);
      }
    }
    if (shape.oneOf().isPresent()) {
      oneOf(mapping, shape.oneOf().get(), path, meant);
    }
    if (shape.variants().isPresent()) {
      variants(mapping, shape.variants().get(), path);
    }
  }

  private void variants(Mapping mapping, Variants variants, FieldPath path) {
    if (!(mapping.value(variants.key()) instanceof Scalar word)) {
      return;
    }
    for (String key : variants.excluded().getOrDefault(word.text(), List.of())) {
      Entry entry = mapping.entry(key);
      if (entry != null) {
        findings.note(
            variants.rule(),
            path.key(key),
            entry.key().position(),
            "`%s` means nothing with `%s: %s`".formatted(key, variants.key(), word.text()),
            "Take it out, or declare the `%s` that is meant".formatted(variants.key()));
      }
    }
  }

  private void missing(Mapping mapping, Field field, FieldPath path) {
    findings.add(
        Rule.MISSING_FIELD,
        path.key(field.name()),
        mapping.position(),
        "expected `" + field.name() + "`, found none",
        "Add it, as in `" + field.name() + ": " + field.example() + "`");
  }

  private void oneOf(Mapping mapping, OneOf shape, FieldPath path, Set<String> meant) {
    Map<String, Entry> present = new LinkedHashMap<>();
    for (Entry entry : mapping.entries()) {
      if (shape.keys().contains(entry.key().text())) {
        present.putIfAbsent(entry.key().text(), entry);
      }
    }
    if (present.size() == 1) {
      return;
    }
    for (String key : shape.keys()) {
      findings.breaks(path.key(key));
    }
    if (present.isEmpty() && !Collections.disjoint(shape.keys(), meant)) {
      return;
    }
    String names = ticked(shape.keys());
    String found = "`" + String.join("` and `", present.keySet()) + "`";
    Entry second = present.isEmpty() ? null : List.copyOf(present.values()).get(1);
    findings.add(
        shape.rule(),
        second == null ? path : path.key(second.key().text()),
        second == null ? mapping.position() : second.key().position(),
        "expected one of " + names + ", found " + (second == null ? "none" : found),
        second == null ? shape.ifNone() : shape.ifSeveral());
  }

  private static String ticked(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }

  private void list(Tree tree, ListOf shape, FieldPath path) {
    if (!(tree instanceof Sequence sequence)) {
      wrongType(tree, path, "a list", listRemedy(tree, shape));
      return;
    }
    if (sequence.items().isEmpty() && !shape.mayBeEmpty()) {
      empty(tree, path, "list", "item", "Add an item");
    }
    int index = 0;
    for (Tree item : sequence.items()) {
      value(item, shape.items(), path.index(index++));
    }
  }

  private static String listRemedy(Tree tree, ListOf shape) {
    return shape.items() instanceof FieldSchema.Text
            && tree instanceof Scalar scalar
            && scalar.isString()
        ? "Write `[" + Quoted.shortened(scalar.text()) + "]`"
        : "Begin each item on a line of its own, with `- `";
  }

  private void textMap(Tree tree, TextMap shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      wrongType(tree, path, "a map", "Write `key: value` below it, or leave it out");
      return;
    }
    if (mapping.entries().isEmpty() && !shape.mayBeEmpty()) {
      empty(tree, path, "map", "key", "Add a key and its value");
    }
    for (Entry entry : unique(mapping, path)) {
      FieldPath value = path.key(entry.key().text());
      if (!entry.key().isString()) {
        wrongType(entry.key(), value, "a string as key", inQuotes(entry.key()));
      }
      text(entry.value(), value);
    }
  }

  /** Returns the entries without repeated keys. */
  private List<Entry> unique(Mapping mapping, FieldPath path) {
    List<Entry> unique = new ArrayList<>(mapping.entries().size());
    Map<String, Entry> seen = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      Entry first = seen.putIfAbsent(key.text(), entry);
      if (first != null) {
        findings.add(
            Rule.DUPLICATE_KEY,
            path.key(key.text()),
            key.position(),
            "the key `"
                + Quoted.shortened(key.text())
                + "` stands twice, first in line "
                + first.key().position().line(),
            "Keep the one that is meant");
      } else {
        unique.add(entry);
      }
    }
    return unique;
  }

  private void text(Tree tree, FieldPath path) {
    if (!(tree instanceof Scalar scalar && scalar.isString())) {
      wrongType(tree, path, "a string", quote(tree));
    }
  }

  private void release(Tree tree, Release shape, FieldPath path) {
    text(tree, path);
    Optional<String> text = FieldReader.text(tree);
    if (text.isPresent() && !shape.admits(text.get())) {
      findings.add(
          Rule.VERSION,
          path,
          tree.position(),
          "expected a release such as `%s`, found `%s`"
              .formatted(shape.example(), Quoted.shortened(text.get())),
          "Write major and minor number in quotes: " + shape.written(lastKey(path)));
    }
  }

  private static String lastKey(FieldPath path) {
    return path.steps().get(path.steps().size() - 1) instanceof Step.Key key ? key.key() : "";
  }

  private static String quote(Tree tree) {
    if (!(tree instanceof Scalar scalar)) {
      return "Write one value";
    }
    return scalar.isNull()
        ? "Write a value, or leave it out; `\"\"` is the empty string"
        : inQuotes(scalar);
  }

  private static String inQuotes(Scalar scalar) {
    return "Put it in quotes: `\"" + Quoted.shortened(scalar.text()) + "\"`";
  }

  /** Returns whether the value is a string, and not a number in quotes. */
  private static boolean isName(Tree tree) {
    return tree instanceof Scalar scalar
        && scalar.isString()
        && !PlainScalars.isDecimal(scalar.text());
  }

  private void integer(Tree tree, FieldPath path, String expected) {
    if (tree instanceof Scalar scalar && scalar.plain() && PlainScalars.isDecimal(scalar.text())) {
      return;
    }
    String remedy = "Write it in decimal, such as `443`";
    if (tree instanceof Scalar scalar && PlainScalars.isDecimal(scalar.text())) {
      remedy = "Write it without quotes: `" + Quoted.shortened(scalar.text()) + "`";
    }
    wrongType(tree, path, expected, remedy);
  }

  private void word(Tree tree, Word shape, FieldPath path) {
    if (tree instanceof Scalar scalar && shape.words().contains(scalar.text())) {
      return;
    }
    String expected = ticked(shape.words());
    if (!(tree instanceof Scalar scalar)) {
      wrongType(tree, path, expected, "Write one of these words");
    } else {
      findings.add(
          WordMessages.rule(scalar),
          path,
          tree.position(),
          "expected "
              + (shape.words().size() > 1 ? "one of " : "")
              + expected
              + ", found "
              + tree.found(),
          WordMessages.remedy(scalar, shape));
    }
  }

  private void empty(Tree tree, FieldPath path, String what, String part, String remedy) {
    findings.add(
        Rule.EMPTY,
        path,
        tree.position(),
        "expected at least one " + part + ", found an empty " + what,
        remedy);
  }

  private void wrongType(Tree tree, FieldPath path, String expected, String remedy) {
    findings.add(
        Rule.WRONG_TYPE,
        path,
        tree.position(),
        "expected " + expected + ", found " + tree.found(),
        remedy);
  }
}
