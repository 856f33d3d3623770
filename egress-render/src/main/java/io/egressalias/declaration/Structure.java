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
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
      integer(tree, path, "a whole number in decimal");
    } else if (!isName(tree)) {
      integer(tree, path, "a whole number in decimal, or a name");
    }
  }

  private void fields(Tree tree, Fields shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      String keys = ticked(shape.fields().stream().map(Field::name).toList());
      wrongType(tree, path, "a map", "Write it with keys, of which these are known: " + keys);
      return;
    }
    for (Entry entry : unique(mapping, path)) {
      String key = entry.key().text();
      Optional<Field> field = shape.field(key);
      if (field.isPresent()) {
        value(entry.value(), field.get().shape(), path.key(key));
      } else {
        findings.add(
            Rule.UNKNOWN_KEY,
            path.key(key),
            entry.key().position(),
            "unknown key `" + Quoted.shortened(key) + "`",
            Nearest.remedy(key, path, mapping, shape));
      }
    }
    absent(mapping, shape, path);
  }

  /** Finds what is not there; what stands there under a wrong name is found already. */
  private void absent(Mapping mapping, Fields shape, FieldPath path) {
    Set<String> meant = Nearest.meant(mapping, shape);
    for (Field field : shape.fields()) {
      if (field.required() && mapping.entry(field.name()).isEmpty()) {
        if (meant.contains(field.name())) {
          findings.breaks(path.key(field.name()));
        } else {
          missing(mapping, field, path);
        }
      }
    }
    if (!shape.oneOf().isEmpty()) {
      oneOf(mapping, shape, path, meant);
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

  private void missing(Mapping mapping, Field field, FieldPath path) {
    findings.add(
        Rule.MISSING_FIELD,
        path.key(field.name()),
        mapping.position(),
        "expected `" + field.name() + "`, found none",
        "Add it, as in `" + field.name() + ": " + field.example() + "`");
  }

  private void oneOf(Mapping mapping, Fields shape, FieldPath path, Set<String> meant) {
    List<Entry> present =
        mapping.entries().stream()
            .filter(entry -> shape.oneOf().contains(entry.key().text()))
            .filter(distinct())
            .toList();
    if (present.size() == 1) {
      return;
    }
    shape.oneOf().forEach(key -> findings.breaks(path.key(key)));
    if (present.isEmpty() && shape.oneOf().stream().anyMatch(meant::contains)) {
      return;
    }
    String names = ticked(shape.oneOf());
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
            ? "Add the target, such as `externalName: httpbin.org` or `endpoints: [10.20.0.10]`"
            : "Keep the one that is meant; another target is another alias");
  }

  /** A filter for one stream: it lets the first entry of each key pass. */
  private static Predicate<Entry> distinct() {
    Set<String> seen = new HashSet<>();
    return entry -> seen.add(entry.key().text());
  }

  private static String ticked(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
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
    return shape.items() instanceof Shape.Text && tree instanceof Scalar scalar && scalar.isString()
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

  /** The entries whose keys stand for the first time. */
  private List<Entry> unique(Mapping mapping, FieldPath path) {
    List<Entry> unique = new ArrayList<>(mapping.entries().size());
    Set<String> seen = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      Scalar key = entry.key();
      if (!seen.add(key.text())) {
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
        ? "Write a value, or leave it out; `\"\"` is the empty string"
        : inQuotes(scalar);
  }

  private static String inQuotes(Scalar scalar) {
    return "Put it in quotes: `\"" + Quoted.shortened(scalar.text()) + "\"`";
  }

  /** Whether it is a string, and not a number in quotes. */
  private static boolean isName(Tree tree) {
    return tree instanceof Scalar scalar
        && scalar.isString()
        && !CoreSchema.isDecimal(scalar.text());
  }

  private void integer(Tree tree, FieldPath path, String expected) {
    if (tree instanceof Scalar scalar && scalar.plain() && CoreSchema.isDecimal(scalar.text())) {
      return;
    }
    String remedy = "Write it in decimal, such as `443`";
    if (tree instanceof Scalar scalar && CoreSchema.isDecimal(scalar.text())) {
      remedy = "Write it without quotes: `" + Quoted.shortened(scalar.text()) + "`";
    }
    wrongType(tree, path, expected, remedy);
  }

  private void word(Tree tree, Word shape, FieldPath path) {
    String expected = ticked(shape.words());
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
