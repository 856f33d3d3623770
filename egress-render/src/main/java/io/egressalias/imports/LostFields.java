package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields of Istio's objects that a declaration does not have, by their object. */
final class LostFields {
  private final Map<ManifestObject, Set<FieldPath>> byObject = new LinkedHashMap<>();

  /** Adds a field, if it is present. */
  void add(Field field) {
    if (field.present()) {
      byObject.computeIfAbsent(field.object(), key -> new LinkedHashSet<>()).add(field.path());
    }
  }

  /** Adds each field of a map but those that the import reads. */
  void addAllBut(Field map, Set<String> read) {
    for (String key : map.keys()) {
      if (!read.contains(key)) {
        add(map.at(key));
      }
    }
  }

  /** Adds {@code exportTo}, unless it has the meaning that it has if it is absent. */
  void addExportTo(Field spec) {
    Field exportTo = spec.at("exportTo");
    if (!exportTo.texts().equals(List.of("*"))) {
      add(exportTo);
    }
  }

  /** Adds a finding for each object, and returns the notes about them. */
  List<String> report(ImportContext context) {
    List<String> notes = new ArrayList<>();
    for (Map.Entry<ManifestObject, Set<FieldPath>> lost : byObject.entrySet()) {
      ManifestObject object = lost.getKey();
      FieldPath first = lost.getValue().iterator().next();
      String fields = quoted(lost.getValue());
      context
          .findings()
          .add(
              Rule.POLICY_LOST,
              object,
              first,
              "expected fields that a declaration has, found "
                  + fields
                  + " in `"
                  + object.id()
                  + "`",
              "Remove the fields if their effect is not needed. Keep the objects of the alias out"
                  + " of the import otherwise");
      notes.add(
          "Lost: "
              + fields
              + " of `"
              + object.id()
              + "`. "
              + Places.of(Field.absent(object, first)));
    }
    return notes;
  }

  private static String quoted(Set<FieldPath> paths) {
    List<String> texts = new ArrayList<>();
    for (FieldPath path : paths) {
      texts.add("`" + path + "`");
    }
    return String.join(", ", texts);
  }
}
