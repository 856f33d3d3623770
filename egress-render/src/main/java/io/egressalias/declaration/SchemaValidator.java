package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.OneOf;
import io.egressalias.declaration.FieldSchema.Release;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.declaration.FieldSchema.Variants;
import io.egressalias.declaration.FieldSchema.Word;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a tree against a schema and reports all differences. */
final class SchemaValidator {
  private final Tree document;
  private final DocumentFindings findings;

  private SchemaValidator(Tree document, DocumentFindings findings) {
    this.document = document;
    this.findings = findings;
  }

  /** Checks a document of the kind {@code EgressAliases}. */
  static void check(Tree document, DocumentFindings findings) {
    new SchemaValidator(document, findings)
        .value(document, DeclarationSchema.WHOLE, FieldPath.root());
  }

  private void value(Tree tree, Field field, FieldPath path) {
    FieldSchema shape = field.shape();
    if (shape instanceof Fields fields) {
      fields(tree, field, fields, path);
    } else if (shape instanceof ListOf list) {
      list(tree, field, list, path);
    } else if (shape instanceof TextMap) {
      textMap(tree, field, path);
    } else if (shape instanceof Word word) {
      word(tree, field, word, path);
    } else if (shape instanceof FieldSchema.Text) {
      text(tree, field, path);
    } else if (shape instanceof Release release) {
      release(tree, field, release, path);
    } else if (shape instanceof TextOrFields either) {
      textOrFields(tree, field, either, path);
    } else if (shape instanceof FieldSchema.Bool) {
      bool(tree, field, path);
    } else if (shape instanceof FieldSchema.Int) {
      integer(tree, path, "a whole number in decimal");
    } else if (!isName(tree)) {
      integer(tree, path, "a whole number in decimal, or a name");
    }
  }

  private void fields(Tree tree, Field holder, Fields shape, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      wrongType(tree, path, "a map", SchemaRemedy.map(tree, holder, shape));
      return;
    }
    UnknownKeys unknown = null;
    for (Entry entry : unique(mapping, path)) {
      String key = entry.key().text();
      Field field = shape.field(key);
      if (field != null) {
        FieldPath below = path.key(key);
        value(entry.value(), field, below);
        empty(entry.value(), field, below);
      } else {
        unknown = unknown == null ? new UnknownKeys(mapping, shape, path, document) : unknown;
        unknown(entry, unknown.answer(entry), path);
      }
    }
    Set<FieldPath> meant = unknown == null ? Set.of() : unknown.meant();
    for (FieldPath each : meant) {
      findings.breaks(each);
    }
    absent(mapping, shape, path, meant);
  }

  private void unknown(Entry entry, UnknownKeys.Answer answer, FieldPath path) {
    findings.note(
        Rule.UNKNOWN_KEY,
        path.key(entry.key().text()),
        entry.key().position(),
        answer.message(),
        answer.remedy());
  }

  /** Reports missing fields, except those that are present under a wrong name. */
  private void absent(Mapping mapping, Fields shape, FieldPath path, Set<FieldPath> meant) {
    for (Field field : shape.fields()) {
      if (field.required()
          && mapping.entry(field.name()) == null
          && !meant.contains(path.key(field.name()))) {
        missing(mapping, field, path);
      }
    }
    if (shape.oneOf().isPresent()) {
      oneOf(mapping, shape.oneOf().get(), path, meant);
    }
    if (shape.variants().isPresent()) {
      variants(mapping, shape, shape.variants().get(), path);
    }
  }

  private void variants(Mapping mapping, Fields shape, Variants variants, FieldPath path) {
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
            "`%s` has no effect with `%s: %s`".formatted(key, variants.key(), word.text()),
            "Remove `%s`, or write `%s: %s`"
                .formatted(key, variants.key(), SchemaRemedy.admitting(key, shape, variants)));
      }
    }
  }

  private void missing(Mapping mapping, Field field, FieldPath path) {
    findings.add(
        Rule.MISSING_FIELD,
        path.key(field.name()),
        mapping.position(),
        "expected `" + field.name() + "`, found none",
        "Add the field, such as " + SchemaRemedy.example(field));
  }

  private void oneOf(Mapping mapping, OneOf shape, FieldPath path, Set<FieldPath> meant) {
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
    if (present.isEmpty() && isMeant(shape.keys(), path, meant)) {
      return;
    }
    String names = SchemaRemedy.ticked(shape.keys());
    List<String> others = new ArrayList<>(present.keySet());
    String found = present.isEmpty() ? "none" : SchemaRemedy.joined(others);
    others.subList(0, Math.min(1, others.size())).clear();
    Entry second = present.isEmpty() ? null : List.copyOf(present.values()).get(1);
    findings.add(
        shape.rule(),
        second == null ? path : path.key(second.key().text()),
        second == null ? mapping.position() : second.key().position(),
        "expected one of " + names + ", found " + found,
        second == null
            ? shape.ifNone()
            : "Remove " + SchemaRemedy.joined(others) + ", or " + shape.ifSeveral());
  }

  private static boolean isMeant(List<String> keys, FieldPath path, Set<FieldPath> meant) {
    for (String key : keys) {
      if (meant.contains(path.key(key))) {
        return true;
      }
    }
    return false;
  }

  private void list(Tree tree, Field field, ListOf shape, FieldPath path) {
    if (!(tree instanceof Sequence sequence)) {
      wrongType(tree, path, "a list", SchemaRemedy.list(tree, field, shape));
      return;
    }
    Field item = field.item(shape);
    int index = 0;
    for (Tree each : sequence.items()) {
      value(each, item, path.index(index++));
    }
  }

  private void textMap(Tree tree, Field field, FieldPath path) {
    if (!(tree instanceof Mapping mapping)) {
      wrongType(tree, path, "a map", "Write a map such as " + SchemaRemedy.orRemoved(field));
      return;
    }
    for (Entry entry : unique(mapping, path)) {
      FieldPath value = path.key(entry.key().text());
      if (!entry.key().isString()) {
        wrongType(
            entry.key(),
            value,
            "a string as key",
            "Rename the key to `\"" + Quoted.shortened(entry.key().text()) + "\"`");
      }
      text(entry.value(), Field.entry(entry.key().text()), value);
    }
  }

  /** Returns the entries without repeated keys. */
  private List<Entry> unique(Mapping mapping, FieldPath path) {
    return mapping.repeatsKey() ? withoutRepeated(mapping, path) : mapping.entries();
  }

  private List<Entry> withoutRepeated(Mapping mapping, FieldPath path) {
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
                + "` occurs twice, first in line "
                + first.key().position().line(),
            "Remove one of the two keys `" + Quoted.shortened(key.text()) + "`");
      } else {
        unique.add(entry);
      }
    }
    return unique;
  }

  private void text(Tree tree, Field field, FieldPath path) {
    if (!(tree instanceof Scalar scalar && scalar.isString())) {
      wrongType(tree, path, "a string", SchemaRemedy.text(tree, field));
    }
  }

  private void textOrFields(Tree tree, Field field, TextOrFields shape, FieldPath path) {
    if (tree instanceof Mapping) {
      fields(tree, field, shape.fields(), path);
    } else {
      text(tree, field, path);
    }
  }

  private void bool(Tree tree, Field field, FieldPath path) {
    boolean word = tree instanceof Scalar scalar && PlainScalars.isBoolean(scalar.text());
    if (!word || !((Scalar) tree).plain()) {
      wrongType(
          tree,
          path,
          "`true` or `false`",
          word
              ? "Write " + SchemaRemedy.line(path, ((Scalar) tree).text()) + " without quotes"
              : "Write a value such as " + SchemaRemedy.orRemoved(field));
    }
  }

  private void release(Tree tree, Field field, Release shape, FieldPath path) {
    text(tree, field, path);
    Optional<String> text = FieldReader.text(tree);
    if (text.isPresent() && !shape.admits(text.get())) {
      findings.add(
          Rule.VERSION,
          path,
          tree.position(),
          "expected a release such as `%s`, found `%s`"
              .formatted(shape.example(), Quoted.shortened(text.get())),
          "Write the major and the minor number in quotes, such as "
              + shape.written(SchemaRemedy.lastKey(path)));
    }
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
    String remedy = "Write a number in decimal, such as " + SchemaRemedy.line(path, "443");
    if (tree instanceof Scalar scalar && PlainScalars.isDecimal(scalar.text())) {
      remedy =
          "Write " + SchemaRemedy.line(path, Quoted.shortened(scalar.text())) + " without quotes";
    }
    wrongType(tree, path, expected, remedy);
  }

  private void word(Tree tree, Field field, Word shape, FieldPath path) {
    if (tree instanceof Scalar scalar && shape.words().contains(scalar.text())) {
      return;
    }
    if (!(tree instanceof Scalar scalar) || scalar.isNull()) {
      wrongType(
          tree,
          path,
          SchemaRemedy.among(shape),
          "Write a value such as " + SchemaRemedy.orRemoved(field));
      return;
    }
    WrongWord wrong = new WrongWord(field, shape, scalar, Locator.holder(document, path));
    findings.add(wrong.rule(), path, tree.position(), wrong.message(), wrong.remedy());
  }

  private void empty(Tree tree, Field field, FieldPath path) {
    boolean list = tree instanceof Sequence sequence && sequence.items().isEmpty();
    boolean map = tree instanceof Mapping mapping && mapping.entries().isEmpty();
    boolean required =
        list
            ? field.shape() instanceof ListOf items && !items.mayBeEmpty()
            : map && field.shape() instanceof TextMap keys && !keys.mayBeEmpty();
    if (required) {
      findings.add(
          Rule.EMPTY,
          path,
          tree.position(),
          "expected at least one %s, found an empty %s"
              .formatted(list ? "item" : "key", list ? "list" : "map"),
          "Write at least one %s, such as %s"
              .formatted(list ? "item" : "key and value", SchemaRemedy.example(field)));
    }
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
