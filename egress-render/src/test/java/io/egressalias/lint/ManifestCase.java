package io.egressalias.lint;

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

/**
 * Manifests that people write by hand, and the worst finding about them.
 *
 * @param expect {@code error}, {@code warning} or {@code info}; {@code ok}: nothing, or an info
 * @param of the row of the rule, such as {@code M05}, the code of a rule, or other words
 */
record ManifestCase(String id, String expect, String of, String input) {
  private static final Path FILE = Path.of("src/test/resources/lint/cases.yaml");

  /** Names another file of cases. */
  private static final String VARIABLE = "EGRESS_MANIFEST_CASES";

  private static final Set<String> KEYS = Set.of("id", "expect", "of", "input");

  /** Returns the cases of the file, and of the one that the environment names. */
  static List<ManifestCase> all() {
    List<ManifestCase> cases = new ArrayList<>(read(FILE));
    String other = System.getenv(VARIABLE);
    if (other != null && !other.isEmpty()) {
      cases.addAll(read(Path.of(other)));
    }
    return cases;
  }

  /** Returns the cases of the file. */
  static List<ManifestCase> own() {
    return read(FILE);
  }

  private static List<ManifestCase> read(Path file) {
    try {
      return ((List<?>) Readers.yaml12(Files.readString(file)).get(0))
          .stream().map(each -> of((Map<?, ?>) each)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ManifestCase of(Map<?, ?> keys) {
    if (!keys.keySet().equals(KEYS)) {
      throw new IllegalArgumentException("expected the keys " + KEYS + ", found " + keys);
    }
    return new ManifestCase(
        text(keys, "id"), text(keys, "expect"), text(keys, "of"), text(keys, "input"));
  }

  private static String text(Map<?, ?> keys, String key) {
    return String.valueOf(Objects.requireNonNull(keys.get(key), key));
  }

  /** Returns the code of the rule that must be among the findings; empty: not a certain one. */
  String code() {
    return of.matches("M\\d\\d") ? "EGA11" + of.substring(1) : of.matches("EGA\\d{4}") ? of : "";
  }

  /** Returns the name, which identifies a failed case. */
  @Override
  public String toString() {
    return id;
  }
}
