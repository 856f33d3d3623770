package io.egressalias.declaration;

import io.egressalias.declaration.FieldSchema.Fields;
import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.internal.text.Tree.Entry;
import io.egressalias.internal.text.Tree.Mapping;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the known word that an unknown word probably means. */
final class Suggestions {

  /**
   * Field names of other tools and of the rendered objects, with the corresponding field names
   * here.
   */
  private static final Map<String, String> OTHER_NAMES =
      Map.ofEntries(
          Map.entry("host", "externalName"),
          Map.entry("hosts", "externalName"),
          Map.entry("hostname", "externalName"),
          Map.entry("address", "endpoints"),
          Map.entry("addresses", "endpoints"),
          Map.entry("ips", "endpoints"),
          Map.entry("ip", "address"),
          Map.entry("number", "port"),
          Map.entry("domain", "clusterDomain"),
          Map.entry("trafficpolicy", "tls"),
          Map.entry("ca", "caCertificates"),
          Map.entry("secretname", "credentialName"),
          Map.entry("rewrite", "authority"));

  /** The key with which YAML 1.1 merges another map. */
  private static final String MERGE = "<<";

  private Suggestions() {}

  /**
   * Returns the remedy for an unknown key.
   *
   * @param absent the known keys that the map does not contain
   */
  static String remedy(String key, FieldPath path, List<String> absent, Fields shape) {
    if (key.equals(MERGE)) {
      return "Replace `<<` with the keys and values of the other map, because YAML 1.2 has no merge key";
    }
    if (path.equals(FieldPath.of("metadata")) && List.of("namespace", "labels").contains(key)) {
      return "Move `" + key + "` to `spec`, where the field applies to every alias";
    }
    List<String> known = shape.names();
    return of(key, absent)
        .map(nearest -> "Rename the key to `" + nearest + "`, or remove the key")
        .orElseGet(
            () ->
                "Remove `%s`, or replace the key with one of `%s`"
                    .formatted(Quoted.shortened(key), String.join("`, `", known)));
  }

  /**
   * Returns the absent known keys that unknown keys probably mean.
   *
   * @param absent the known keys that the map does not contain
   */
  static Set<String> meant(Mapping mapping, List<String> absent, Fields shape) {
    Set<String> meant = new HashSet<>();
    for (Entry entry : mapping.entries()) {
      String key = entry.key().text();
      if (key.equals(MERGE)) {
        meant.addAll(absent);
      } else if (shape.field(key) == null) {
        of(key, absent).ifPresent(meant::add);
      }
    }
    return meant;
  }

  /** Returns the known keys that are not there. */
  static List<String> absent(Mapping mapping, Fields shape) {
    List<String> absent = shape.names();
    for (Entry entry : mapping.entries()) {
      absent.remove(entry.key().text());
    }
    return absent;
  }

  static Optional<String> of(String word, Collection<String> known) {
    String other = OTHER_NAMES.get(word.toLowerCase(Locale.ROOT));
    if (other != null && known.contains(other)) {
      return Optional.of(other);
    }
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= 1 + candidate.length() / 4)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /**
   * Returns the number of letters to add, remove, replace or swap with the next one, ignoring case.
   */
  private static int distance(String left, String right) {
    if (left.length() > 2 * right.length() + 2) {
      return Integer.MAX_VALUE;
    }
    int[][] rows = new int[left.length() + 1][right.length() + 1];
    for (int i = 0; i <= left.length(); i++) {
      for (int j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : least(rows, left, right, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int least(int[][] rows, String left, String right, int i, int j) {
    boolean same = same(left.charAt(i - 1), right.charAt(j - 1));
    int replaced = rows[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && same(left.charAt(i - 1), right.charAt(j - 2))
            && same(left.charAt(i - 2), right.charAt(j - 1));
    return swapped ? Math.min(least, 1 + rows[i - 2][j - 2]) : least;
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
