package io.egressalias.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The manifests of a case in which fields are removed, renamed, or have another value. */
final class MutatedCase {
  /** Values that a field can have by mistake. */
  private static final List<Object> VALUES =
      List.of(
          "",
          "x",
          "10.9.8.7",
          "fd00::9",
          "a.example.com",
          "None",
          "UDP",
          "FQDN",
          0,
          1,
          443,
          70_000,
          -1,
          1.5,
          true,
          false,
          List.of(),
          Map.of(),
          List.of("x"),
          Map.of("x", "y"),
          List.of(1));

  private static final List<String> KEYS =
      List.of("name", "port", "x", "selector", "ip", "hosts", "externalName", "clusterIP", "type");

  private final Random random;

  private MutatedCase(Random random) {
    this.random = random;
  }

  /** Returns documents with one to three changes. */
  static List<Object> of(List<?> documents, long seed) {
    MutatedCase mutation = new MutatedCase(new Random(seed));
    List<Object> changed = new ArrayList<>(documents);
    for (int i = 0; i <= mutation.random.nextInt(3); i++) {
      changed = mutation.documents(changed);
    }
    return changed;
  }

  /** Returns documents as YAML. */
  static String text(List<?> documents) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dumpAll(documents.stream().map(MutatedCase::copy).iterator());
  }

  /** Returns a value without parts that are the same object, which become anchors. */
  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(key, copy(each)));
      return copy;
    }
    return value instanceof List<?> list ? list.stream().map(MutatedCase::copy).toList() : value;
  }

  private List<Object> documents(List<?> documents) {
    List<Object> changed = new ArrayList<>(documents);
    if (!changed.isEmpty()) {
      int at = random.nextInt(changed.size());
      switch (random.nextInt(12)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(changed.get(at));
        default -> changed.set(at, changed(changed.get(at)));
      }
    }
    return changed;
  }

  private @Nullable Object changed(@Nullable Object value) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      return map(map);
    }
    if (value instanceof List<?> list && !list.isEmpty()) {
      List<Object> changed = new ArrayList<>(list);
      int at = random.nextInt(list.size());
      switch (random.nextInt(8)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(list.get(at));
        default -> changed.set(at, changed(list.get(at)));
      }
      return changed;
    }
    return VALUES.get(random.nextInt(VALUES.size()));
  }

  private Map<Object, Object> map(Map<?, ?> map) {
    Object key = new ArrayList<Object>(map.keySet()).get(random.nextInt(map.size()));
    int change = random.nextInt(10);
    Map<Object, Object> changed = new LinkedHashMap<>();
    map.forEach(
        (each, value) -> {
          if (!each.equals(key)) {
            changed.put(each, value);
          } else if (change == 1) {
            changed.put(KEYS.get(random.nextInt(KEYS.size())), value);
          } else if (change == 2) {
            changed.put(each, VALUES.get(random.nextInt(VALUES.size())));
          } else if (change > 2) {
            changed.put(each, changed(value));
          }
        });
    return changed;
  }
}
