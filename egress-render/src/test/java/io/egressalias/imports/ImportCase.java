package io.egressalias.imports;

import io.egressalias.yaml.Readers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Manifests, and what must come of them.
 *
 * @param exit 0: nothing that looks like an alias is refused; 1: something is refused
 * @param declarations the declarations as texts; none: no object is imported
 * @param roundTrip {@code equal}, {@code told} or {@code none}
 * @param leftovers the objects that the declarations do not render
 * @param findings the kinds of the errors and warnings
 * @param notes kinds that must be among the infos
 */
record ImportCase(
    String name,
    ImportArguments args,
    String input,
    int exit,
    List<String> declarations,
    String roundTrip,
    Set<String> leftovers,
    Set<String> findings,
    Set<String> notes) {

  private static final Path FILE = Path.of("src/test/resources/imports/cases.yaml");

  /** Names another file of cases. */
  private static final String VARIABLE = "EGRESS_IMPORT_CASES";

  private static final Set<String> KEYS = Set.of("name", "why", "args", "input", "expect");

  private static final Set<String> EXPECTED =
      Set.of("exit", "declaration", "roundTrip", "leftovers", "findings", "notes");

  /** Returns the cases of the file, and of the one that the environment names. */
  static List<ImportCase> all() {
    List<ImportCase> cases = new ArrayList<>(read(FILE));
    String other = System.getenv(VARIABLE);
    if (other != null && !other.isEmpty()) {
      cases.addAll(read(Path.of(other)));
    }
    return cases;
  }

  private static List<ImportCase> read(Path file) {
    try {
      return ((List<?>) Readers.yaml12(Files.readString(file)).get(0))
          .stream().map(each -> of((Map<?, ?>) each)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportCase of(Map<?, ?> keys) {
    String name = String.valueOf(keys.get("name"));
    Map<?, ?> expect = (Map<?, ?>) required(keys, "expect");
    requireKeys(name, keys, KEYS);
    requireKeys(name, expect, EXPECTED);
    return new ImportCase(
        name,
        new ImportArguments(texts(keys.get("args"))),
        String.valueOf(keys.get("input")),
        ((Number) required(expect, "exit")).intValue(),
        declarations(expect.get("declaration")),
        String.valueOf(expect.get("roundTrip")),
        new TreeSet<>(texts(expect.get("leftovers"))),
        new TreeSet<>(texts(expect.get("findings"))),
        new TreeSet<>(texts(expect.get("notes"))));
  }

  private static Object required(Map<?, ?> keys, String key) {
    return Objects.requireNonNull(keys.get(key), () -> keys + ": " + key);
  }

  private static void requireKeys(String name, Map<?, ?> keys, Set<String> known) {
    for (Object key : keys.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw new IllegalArgumentException(name + ": unknown key " + key);
      }
    }
  }

  /** JSON is YAML. */
  private static List<String> declarations(@Nullable Object value) {
    if (value == null) {
      return List.of();
    }
    List<?> all = value instanceof List<?> list ? list : List.of(value);
    return all.stream().map(JsonMapper.shared()::writeValueAsString).toList();
  }

  private static List<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** Returns the name, which identifies a failed case. */
  @Override
  public String toString() {
    return name;
  }
}
