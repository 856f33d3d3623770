package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.internal.manifest.Placeholders.Placeholder;
import io.egressalias.internal.manifest.Shape.Fields;
import io.egressalias.internal.manifest.Shape.Leaf;
import io.egressalias.internal.manifest.Shape.ListOf;
import io.egressalias.internal.manifest.Shape.MapOf;
import io.egressalias.internal.text.PlainScalars;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Scalar;
import io.egressalias.internal.text.Tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an object as kubectl does: scalars, merged maps, repeated keys. Fields that an import reads
 * must have their type; a field that is null is left out.
 */
final class ObjectReading {
  private final String source;
  private final List<ValueProblem> problems = new ArrayList<>();

  ObjectReading(String source) {
    this.source = source;
  }

  /** Returns an object as kubectl reads it. */
  Mapping object(Mapping object, Fields shape) {
    return mapping(object, shape, FieldPath.root());
  }

  /** Returns the problems, in the order of the fields. */
  List<ValueProblem> problems() {
    return problems;
  }

  private Tree value(Tree tree, Shape shape, FieldPath path) {
    if (tree instanceof Scalar scalar) {
      return scalar(scalar, shape, path);
    }
    if (shape instanceof Leaf leaf && leaf != Leaf.ANY) {
      problems.add(ValueProblem.wrongType(path, tree, leaf));
      return tree;
    }
    boolean map = shape instanceof Fields || shape instanceof MapOf;
    if (tree instanceof Mapping mapping) {
      if (shape instanceof ListOf) {
        problems.add(ValueProblem.noCollection(path, tree, "a list"));
      }
      return mapping(mapping, shape instanceof ListOf ? Leaf.ANY : shape, path);
    }
    if (map) {
      problems.add(ValueProblem.noCollection(path, tree, "a map"));
    }
    return sequence((Sequence) tree, shape instanceof ListOf list ? list.item() : Leaf.ANY, path);
  }

  private Mapping mapping(Mapping mapping, Shape shape, FieldPath path) {
    KubectlMap read = KubectlMap.of(mapping);
    for (Scalar key : read.repeated()) {
      problems.add(ValueProblem.repeated(path.key(key.text()), key));
    }
    List<Entry> entries = new ArrayList<>(read.entries().size());
    for (Entry entry : read.entries()) {
      String key = entry.key().text();
      Shape type = below(shape, key);
      if (isNull(entry.value())) {
        if (shape instanceof MapOf texts && texts.value() != Leaf.WHOLE) {
          entries.add(new Entry(entry.key(), new Scalar(entry.value().place(), "", false)));
        }
      } else if (!ServerFields.isNoise(path, key)) {
        entries.add(new Entry(entry.key(), value(entry.value(), type, path.key(key))));
      }
    }
    return new Mapping(mapping.place(), mapping.flow(), entries);
  }

  private static Shape below(Shape shape, String key) {
    if (shape instanceof Fields fields) {
      return fields.of(key);
    }
    return shape instanceof MapOf map ? map.value() : Leaf.ANY;
  }

  private static boolean isNull(Tree tree) {
    return tree instanceof Scalar scalar && scalar.isNull();
  }

  private Sequence sequence(Sequence list, Shape item, FieldPath path) {
    List<Tree> items = new ArrayList<>(list.items().size());
    for (int i = 0; i < list.items().size(); i++) {
      items.add(value(list.items().get(i), item, path.index(i)));
    }
    return new Sequence(list.place(), list.flow(), list.dash(), items);
  }

  private Scalar scalar(Scalar scalar, Shape shape, FieldPath path) {
    KubectlScalar read = KubectlScalar.of(scalar);
    if (shape instanceof Leaf leaf) {
      if (leaf != Leaf.ANY) {
        check(scalar, read, leaf, path);
      }
    } else {
      unfilled(scalar, Leaf.TEXT, path);
      problems.add(
          ValueProblem.noCollection(path, scalar, shape instanceof ListOf ? "a list" : "a map"));
    }
    return new Scalar(scalar.place(), read.text(), read.type() != KubectlScalar.Type.TEXT);
  }

  private void check(Scalar scalar, KubectlScalar read, Leaf leaf, FieldPath path) {
    if (unfilled(scalar, leaf, path)) {
      return;
    }
    KubectlScalar.Type type = read.type();
    switch (leaf) {
      case TEXT, NOTE -> {
        if (type != KubectlScalar.Type.TEXT) {
          notText(scalar, read, leaf, path);
        }
      }
      case TEXT_OR_WHOLE -> {
        if (type == KubectlScalar.Type.WHOLE) {
          disputed(scalar, read, path);
        } else if (type != KubectlScalar.Type.TEXT) {
          notText(scalar, read, leaf, path);
        }
      }
      case WHOLE -> {
        if (type == KubectlScalar.Type.WHOLE) {
          disputed(scalar, read, path);
        } else {
          problems.add(ValueProblem.wrongType(path, scalar, leaf));
        }
      }
      case FLAG -> {
        if (type != KubectlScalar.Type.FLAG) {
          problems.add(ValueProblem.wrongType(path, scalar, leaf));
        }
      }
      case ANY -> {}
    }
  }

  private boolean unfilled(Scalar scalar, Leaf leaf, FieldPath path) {
    Optional<Placeholder> placeholder =
        leaf == Leaf.NOTE ? Placeholders.inNote(scalar.text()) : Placeholders.in(scalar.text());
    if (placeholder.isPresent()) {
      problems.add(ValueProblem.unfilled(path, scalar, Unfilled.of(placeholder.get(), source)));
    }
    return placeholder.isPresent();
  }

  private void notText(Scalar scalar, KubectlScalar read, Leaf leaf, FieldPath path) {
    problems.add(
        PlainScalars.isString(scalar.text())
            ? ValueProblem.noText(path, scalar, read)
            : ValueProblem.wrongType(path, scalar, leaf));
  }

  private void disputed(Scalar scalar, KubectlScalar read, FieldPath path) {
    if (KubectlScalar.isDisputedNumber(scalar.text())) {
      problems.add(ValueProblem.disputed(path, scalar, read));
    }
  }
}
