package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Field;
import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.declaration.FieldSchema.ListOf;
import io.egressalias.declaration.FieldSchema.TextMap;
import io.egressalias.declaration.FieldSchema.TextOrFields;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A document in which variables are replaced by their values.
 *
 * <p>A value of a variable becomes a part of a scalar, and never a map, a list or a key. The type
 * of the field decides the type of the scalar: the text {@code 80} is a number only where the field
 * is a number. Values are not searched for variables again.
 */
final class FilledDocument {
  private final MissingVariables missing;
  private final Map<String, String> variables;
  private final Set<FieldPath> filled = new HashSet<>();
  private final Tree tree;

  private FilledDocument(Tree document, Map<String, String> variables, MissingVariables missing) {
    this.variables = variables;
    this.missing = missing;
    this.tree = value(document, DeclarationSchema.DOCUMENT, FieldPath.root());
  }

  /** Replaces the variables of a document, and reports those that have no value. */
  static FilledDocument of(Tree document, Map<String, String> variables, MissingVariables missing) {
    return new FilledDocument(document, variables, missing);
  }

  /** Returns the document with the values. */
  Tree tree() {
    return tree;
  }

  /** Returns the variables without a value. */
  MissingVariables missing() {
    return missing;
  }

  /** Returns the paths of the values that a variable or a literal <code>${</code> changed. */
  Set<FieldPath> filled() {
    return filled;
  }

  private Tree value(Tree value, @Nullable FieldSchema shape, FieldPath path) {
    if (value instanceof Mapping map) {
      return map(map, shape, path);
    }
    return value instanceof Sequence list
        ? list(list, shape, path)
        : scalar((Scalar) value, shape, path);
  }

  private Tree map(Mapping map, @Nullable FieldSchema shape, FieldPath path) {
    List<Entry> entries = new ArrayList<>(map.entries().size());
    for (Entry entry : map.entries()) {
      String key = entry.key().text();
      Tree inner = value(entry.value(), below(shape, key), path.key(key));
      entries.add(inner == entry.value() ? entry : new Entry(entry.key(), inner));
    }
    return new Mapping(map.place(), map.flow(), entries);
  }

  private Tree list(Sequence list, @Nullable FieldSchema shape, FieldPath path) {
    FieldSchema item = shape instanceof ListOf items ? items.items() : null;
    List<Tree> items = new ArrayList<>(list.items().size());
    for (Tree each : list.items()) {
      items.add(value(each, item, path.index(items.size())));
    }
    return new Sequence(list.place(), list.flow(), list.dash(), items);
  }

  private static @Nullable FieldSchema below(@Nullable FieldSchema shape, String key) {
    if (shape instanceof TextMap) {
      return FieldSchema.TEXT;
    }
    FieldSchema inner = shape instanceof TextOrFields either ? either.fields() : shape;
    Field field = inner instanceof Fields fields ? fields.field(key) : null;
    return field == null ? null : field.shape();
  }

  private Tree scalar(Scalar scalar, @Nullable FieldSchema shape, FieldPath path) {
    String text = scalar.text();
    VariableReference first = VariableReference.next(text, 0);
    if (first == null) {
      return scalar;
    }
    String value = text(scalar, first, path);
    if (value == null) {
      return scalar;
    }
    filled.add(path);
    return new Scalar(scalar.place(), value, isPlain(value, shape));
  }

  /** Returns whether a value is not a string: a text in place of a number stays a text. */
  private static boolean isPlain(String value, @Nullable FieldSchema shape) {
    if (shape instanceof FieldSchema.Int || shape instanceof FieldSchema.IntOrText) {
      return PlainScalars.isDecimal(value);
    }
    return shape instanceof FieldSchema.Bool && PlainScalars.isBoolean(value);
  }

  /** Returns a text with the values of its variables; null: one has no value. */
  private @Nullable String text(Scalar scalar, VariableReference first, FieldPath path) {
    String text = scalar.text();
    StringBuilder out = new StringBuilder();
    boolean complete = true;
    int done = 0;
    for (VariableReference part = first; part != null; part = VariableReference.next(text, done)) {
      String value = value(part);
      if (value == null) {
        missing.add(part, scalar, path, variables.keySet());
        complete = false;
      } else if (part.isAllOf(text)) {
        return value;
      } else if (!missing.fits(value, scalar, path)) {
        return null;
      } else {
        out.append(text, done, part.start()).append(value);
      }
      done = part.end();
    }
    return complete ? out.append(text, done, text.length()).toString() : null;
  }

  private @Nullable String value(VariableReference part) {
    return switch (part.kind()) {
      case LITERAL -> "${";
      case VARIABLE -> variables.get(part.name());
      case NO_NAME, NOT_CLOSED -> null;
    };
  }
}
