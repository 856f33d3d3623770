package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath.Step;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of addresses that an alias does not have: the first of each name. */
final class LostDetails {
  private final Map<String, Field> first = new LinkedHashMap<>();

  void add(Field field) {
    String name = "";
    for (Step step : field.path().steps()) {
      if (step instanceof Step.Key key) {
        name = key.key();
      }
    }
    first.putIfAbsent(name, field);
  }

  void addAllBut(Field map, Set<String> known) {
    for (String key : map.keys()) {
      if (!known.contains(key)) {
        first.putIfAbsent(key, map.at(key));
      }
    }
  }

  /** Reports the fields in one finding. */
  void report(Changes changes) {
    if (first.isEmpty()) {
      return;
    }
    String words = "`" + String.join("`, `", first.keySet()) + "`";
    changes.warn(
        Rule.ENDPOINT_DETAILS,
        first.values().iterator().next(),
        "expected an address with or without `hostname`, found " + words,
        "Remove these fields if nothing reads them, or keep this Service as it is",
        "Lost: " + words + " of the addresses.");
  }
}
