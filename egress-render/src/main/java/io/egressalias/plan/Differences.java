package io.egressalias.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Lists the fields in which two trees differ. A list is one field. */
final class Differences {
  private final List<String> fields = new ArrayList<>();

  private Differences() {}

  static List<String> between(JsonNode old, JsonNode now) {
    Differences differences = new Differences();
    differences.compare(old, now, "");
    return differences.fields;
  }

  private void compare(JsonNode old, JsonNode now, String path) {
    if (old.isObject() && now.isObject()) {
      Set<String> keys = new LinkedHashSet<>(old.propertyNames());
      keys.addAll(now.propertyNames());
      for (String key : keys) {
        compare(old.path(key), now.path(key), path.isEmpty() ? key : path + "." + key);
      }
    } else if (!old.equals(now)) {
      fields.add(path);
    }
  }
}
