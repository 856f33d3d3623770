package io.egressalias.reason;

import io.egressalias.yaml.Readers;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Objects with the annotation that {@code kubectl apply} adds: a copy of the whole object. */
final class Applied {
  private static final String COPY = "kubectl.kubernetes.io/last-applied-configuration";

  private Applied() {}

  static String of(String manifests) {
    JsonMapper json = JsonMapper.shared();
    StringBuilder applied = new StringBuilder();
    for (Object document : Readers.yaml12(manifests)) {
      Map<String, Object> object = copy(document);
      Map<String, Object> metadata = copy(object.getOrDefault("metadata", Map.of()));
      Map<String, Object> annotations = copy(metadata.getOrDefault("annotations", Map.of()));
      annotations.put(COPY, json.writeValueAsString(object) + "\n");
      metadata.put("annotations", annotations);
      object.put("metadata", metadata);
      applied.append("---\n").append(json.writeValueAsString(object)).append('\n');
    }
    return applied.toString();
  }

  private static Map<String, Object> copy(Object map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) map).forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
