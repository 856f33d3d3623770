package io.egressalias.declaration;

import io.egressalias.declaration.Shape.Field;
import io.egressalias.declaration.Shape.Fields;
import io.egressalias.declaration.Shape.ListOf;
import io.egressalias.declaration.Shape.TextMap;
import io.egressalias.declaration.Shape.Variants;
import io.egressalias.declaration.Shape.Word;
import io.egressalias.declaration.Tree.Entry;
import io.egressalias.declaration.Tree.Mapping;
import io.egressalias.declaration.Tree.Scalar;
import io.egressalias.declaration.Tree.Sequence;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds a tree against a shape and finds everything in which they differ. */
final class Structure {
  private final DocumentFindings findings;

  private Structure(DocumentFindings findings) {
    this.findings = findings;
  }

  /** Checks a document whose kind is known. */
  static void check(Tree document, DocumentFindings findings) {
    new Structure(findings).value(document, DeclarationShape.DOCUMENT, FieldPath.root());
  }

  private void value(Tree tree, Shape shape, FieldPath path) {
    if (shape instanceof Fields fields) {
      fields(tree, fields, path);
    } else if (shape instanceof ListOf list) {
      list(tree, list, path);
    } else if (shape instanceof TextMap map) {
      textMap(tree, map, path);
    } else if (shape instanceof Word word) {
      word(tree, word, path);
    } else if (shape instanceof Shape.Text) {
      text(tree, path);
    } else if (shape instanceof Shape.Int) {
      integer(tree, path);
    } else if (!(tree instanceof Scalar scalar && scalar.isString())) {
      integer(tree, path);
    }
  }

  private void fields(Tree tree, Fields shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      String keys = shape.fields().stream().map(Field::name).collect(Collectors.joining(", "));
      wrongType(tree, path, "a map", "Write keys below it: " + keys);
      return;
    }
    for (Entry entry : unique(mapping, path)) {
      String key = entry.key().text();
      Optional<Field> field = shape.field(key);
      if (field.isPresent()) {
        value(entry.value(), field.get().shape(), path.key(key));
      } else {
        unknownKey(entry, shape, path);
      }
    }
    for (Field field : shape.fields()) {
      if (field.required() && mapping.entry(field.name()).isEmpty()) {
        missing(mapping, field, path);
      }
    }
    if (!shape.oneOf().isEmpty()) {
      oneOf(mapping, shape, path);
    }
    shape.variants().ifPresent(variants -> variants(mapping, variants, path));
  }

  private void variants(Mapping mapping, Variants variants, FieldPath path) {
    if (!(mapping.value(variants.key()).orElse(mapping) instanceof Scalar word)) {
      return;
    }
    for (String key : variants.excluded().getOrDefault(word.text(), List.of())) {
      mapping
          .entry(key)
          .ifPresent(
              entry ->
                  findings.note(
                      Rule.TLS_FIELD,
                      path.key(key),
                      entry.key().position(),
                      "`%s` means nothing with `%s: %s`"
                          .formatted(key, variants.key(), word.text()),
                      "Take it out, or declare the `%s` that is meant".formatted(variants.key())));
    }
  }

  private void unknownKey(Entry entry, Fields shape, FieldPath path) {
    String key = entry.key().text();
    findings.add(
        Rule.UNKNOWN_KEY,
        path.key(key),
        entry.key().position(),
        "unknown key `" + Quoted.shortened(key) + "`",
        Nearest.remedy(key, path, shape));
  }

  private void missing(Mapping mapping, Field field, FieldPath path) {
    findings.add(
        Rule.MISSING_FIELD,
        path.key(field.name()),
        mapping.position(),
        "expected `" + field.name() + "`, found none",
        "Add `" + field.name() + ": " + field.example() + "`, with what you mean");
  }

  private void oneOf(Mapping mapping, Fields shape, FieldPath path) {
    List<Entry> present =
        unique(shape.oneOf().stream().flatMap(key -> mapping.entry(key).stream()).toList());
    if (present.size() == 1) {
      return;
    }
    shape.oneOf().forEach(key -> findings.breaks(path.key(key)));
    String names =
        shape.oneOf().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", "));
    String found =
        present.stream()
            .map(entry -> "`" + entry.key().text() + "`")
            .collect(Collectors.joining(" and "));
    Entry second = present.isEmpty() ? null : present.get(1);
    findings.add(
        Rule.ONE_TARGET,
        second == null ? path : path.key(second.key().text()),
        second == null ? mapping.position() : second.key().position(),
        "expected one of " + names + ", found " + (second == null ? "none" : found),
        second == null
            ? "Add the target, such as `externalName: httpbin.org` or `endpoints: [192.0.2.10]`"
            : "Keep the one that is meant; another target is another alias");
  }

  private static List<Entry> unique(List<Entry> entries) {
    return entries.stream()
        .sorted(
            (a, b) -> {
              Tree.Position left = a.key().position();
              Tree.Position right = b.key().position();
              return left.line() != right.line()
                  ? Integer.compare(left.line(), right.line())
                  : Integer.compare(left.column(), right.column());
            })
        .toList();
  }

  private void list(Tree tree, ListOf shape, FieldPath path) {
    if (!(tree instanceof Sequence sequence)) {
      wrongType(
          tree,
          path,
          "a list",
          "Write `[" + content(tree) + "]`, or items that begin with" + " `- `");
      return;
    }
    if (sequence.items().isEmpty() && !shape.mayBeEmpty()) {
      empty(tree, path, "list", "item");
    }
    int index = 0;
    for (Tree item : sequence.items()) {
      value(item, shape.items(), path.index(index++));
    }
  }

  private static String content(Tree tree) {
    return tree instanceof Scalar scalar && !scalar.isNull()
        ? Quoted.shortened(scalar.text())
        : "…";
  }

  private void textMap(Tree tree, TextMap shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      wrongType(tree, path, "a map", "Write `key: value` below it, or leave it out");
      return;
    }
    if (mapping.entries().isEmpty() && !shape.mayBeEmpty()) {
      empty(tree, path, "map", "key");
    }
    for (Entry entry : unique(mapping, path)) {
      text(entry.value(), path.key(entry.key().text()));
    }
  }

  /** The entries whose keys are strings and stand for the first time. */
  private List<Entry> unique(Mapping mapping, FieldPath path) {
    List<Entry> unique = new ArrayList<>(mapping.entries().size());
    Set<String> seen = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      if (!key.isString()) {
        wrongType(key, path.key(key.text()), "a string as key", quote(key));
      } else if (!seen.add(key.text())) {
        findings.add(
            Rule.DUPLICATE_KEY,
            path.key(key.text()),
            key.position(),
            "the key `"
                + Quoted.shortened(key.text())
                + "` stands twice, first in line "
                + mapping.entry(key.text()).orElseThrow().key().position().line(),
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

  private static String quote(Tree tree) {
    if (!(tree instanceof Scalar scalar)) {
      return "Write one value";
    }
    return scalar.isNull()
        ? "Write a value, or leave the key out; `\"\"` is the empty string"
        : "Put it in quotes: `\"" + Quoted.shortened(scalar.text()) + "\"`";
  }

  private void integer(Tree tree, FieldPath path) {
    if (tree instanceof Scalar scalar && scalar.plain() && CoreSchema.isDecimal(scalar.text())) {
      return;
    }
    String remedy = "Write it in decimal, such as `443`";
    if (tree instanceof Scalar scalar && CoreSchema.isDecimal(scalar.text())) {
      remedy = "Write it without quotes: `" + Quoted.shortened(scalar.text()) + "`";
    }
    wrongType(tree, path, "a number", remedy);
  }

  private void word(Tree tree, Word shape, FieldPath path) {
    String expected =
        shape.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    if (!(tree instanceof Scalar scalar)) {
      wrongType(tree, path, expected, "Write one of these words");
    } else if (!shape.words().contains(scalar.text())) {
      findings.add(
          Words.rule(scalar),
          path,
          tree.position(),
          "expected "
              + (shape.words().size() > 1 ? "one of " : "")
              + expected
              + ", found "
              + tree.found(),
          Words.remedy(scalar, shape));
    }
  }

  private void empty(Tree tree, FieldPath path, String what, String part) {
    findings.add(
        Rule.EMPTY,
        path,
        tree.position(),
        "expected at least one " + part + ", found an empty " + what,
        "Write what is meant, or leave the key out");
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
