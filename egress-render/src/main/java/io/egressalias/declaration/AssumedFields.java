package io.egressalias.declaration;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.text.Tree;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import io.egressalias.internal.text.Tree.Place;
import io.egressalias.internal.text.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adds assumed values to a document, and reports values that contradict them. */
final class AssumedFields {
  private AssumedFields() {}

  /** Returns a document in which every field with an assumed value is set. */
  static Tree filled(Tree document, Assumptions assumptions) {
    Tree filled = document;
    for (Map.Entry<AssumedValue, String> assumed : assumptions.values().entrySet()) {
      filled = filled(filled, assumed.getKey().keys(), 0, assumed.getValue());
    }
    return filled;
  }

  private static Tree filled(Tree tree, String[] keys, int depth, String value) {
    if (depth == keys.length || !(tree instanceof Mapping map)) {
      return tree;
    }
    List<Entry> entries = new ArrayList<>(map.entries());
    int index = indexOf(keys[depth], entries);
    if (index < 0) {
      entries.add(added(map.place(), keys, depth, value));
    } else {
      Entry declared = entries.get(index);
      Tree inner = filled(declared.value(), keys, depth + 1, value);
      entries.set(index, new Entry(declared.key(), inner));
    }
    return new Mapping(map.place(), map.flow(), entries);
  }

  /** Compares keys alone: the equality of an entry compares the whole tree of its value. */
  private static int indexOf(String key, List<Entry> entries) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().text().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static Entry added(Place place, String[] keys, int depth, String value) {
    Tree inner =
        depth == keys.length - 1
            ? value(place, value)
            : new Mapping(place, true, List.of(added(place, keys, depth + 1, value)));
    return new Entry(new Scalar(place, keys[depth], false), inner);
  }

  /** Returns a declared value as an option writes it. */
  private static Optional<String> declared(@Nullable Tree value) {
    if (!(value instanceof Mapping map)) {
      return FieldReader.text(value);
    }
    Optional<String> name = FieldReader.text(map.value(WaypointField.NAME.field().name()));
    Optional<String> namespace =
        FieldReader.text(map.value(WaypointField.NAMESPACE.field().name()));
    return namespace.isPresent() && name.isPresent()
        ? Optional.of(namespace.get() + "/" + name.get())
        : name;
  }

  /** Only a waypoint has a value with a slash, {@code namespace/name}, which becomes a map. */
  private static Tree value(Place place, String value) {
    int slash = value.indexOf('/');
    if (slash < 0) {
      return new Scalar(place, value, false);
    }
    return new Mapping(
        place,
        true,
        List.of(
            new Entry(
                new Scalar(place, WaypointField.NAME.field().name(), false),
                new Scalar(place, value.substring(slash + 1), false)),
            new Entry(
                new Scalar(place, WaypointField.NAMESPACE.field().name(), false),
                new Scalar(place, value.substring(0, slash), false))));
  }

  /** Reports values that differ from the assumed ones. Malformed values are reported elsewhere. */
  static void check(Tree document, Assumptions assumptions, DocumentFindings findings) {
    for (Map.Entry<AssumedValue, String> assumed : assumptions.values().entrySet()) {
      AssumedValue field = assumed.getKey();
      boolean namespace = field == AssumedValue.NAMESPACE;
      FieldPath path = namespace ? DeclaredNamespace.path(document) : field.path();
      Optional<String> declared =
          namespace ? DeclaredNamespace.of(document) : declared(document.at(field.keys()));
      if (declared.isPresent()
          && !findings.broken().contains(path)
          && !field.same(declared.get(), assumed.getValue())) {
        String option = assumptions.style().noun();
        String written =
            assumptions.style().written(field.key(), Quoted.shortened(assumed.getValue()));
        findings.add(
            Rule.CONTRADICTING_OPTION,
            path,
            Locator.locate(document, path),
            "the %s `%s` contradicts `%s` in the declaration"
                .formatted(option, written, Quoted.shortened(declared.get())),
            "Remove the %s, or remove `%s` from the declaration".formatted(option, path));
      }
    }
  }
}
