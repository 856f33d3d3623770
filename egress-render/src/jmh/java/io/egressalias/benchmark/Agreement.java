package io.egressalias.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Checks that two texts have the same documents. A subject that writes other documents could be
 * faster because of them.
 */
final class Agreement {
  private Agreement() {}

  /** Returns the first difference between the text of a subject and ours; empty: none. */
  static Optional<String> difference(String set) {
    Given given = Given.named(set);
    List<Object> ours = documents(Subject.MODEL.write(given));
    for (Subject subject : Subject.values()) {
      Optional<String> found = difference(ours, documents(subject.write(given)), "documents");
      if (found.isPresent()) {
        return Optional.of(subject.title() + ", " + set + ": " + found.get());
      }
    }
    return Optional.empty();
  }

  /** Returns the first difference between two texts, ignoring the order of documents. */
  static Optional<String> difference(String ours, String theirs) {
    return difference(sorted(documents(ours)), sorted(documents(theirs)), "documents");
  }

  private static List<Object> sorted(List<Object> documents) {
    documents.sort(Comparator.comparing(Agreement::kindAndName));
    return documents;
  }

  private static String kindAndName(Object document) {
    return document instanceof Map<?, ?> object
        ? object.get("kind") + " " + object.get("metadata")
        : "";
  }

  private static List<Object> documents(String text) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
    List<Object> documents = new ArrayList<>();
    new Load(settings).loadAllFromString(text).forEach(documents::add);
    return documents;
  }

  private static Optional<String> difference(Object ours, Object theirs, String path) {
    if (ours.equals(theirs)) {
      return Optional.empty();
    }
    if (ours instanceof Map<?, ?> left && theirs instanceof Map<?, ?> right) {
      Set<Object> keys = new LinkedHashSet<>(left.keySet());
      keys.addAll(right.keySet());
      for (Object key : keys) {
        Optional<String> found = difference(at(left, key), at(right, key), path + "." + key);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (ours instanceof List<?> left && theirs instanceof List<?> right) {
      for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
        Optional<String> found = difference(at(left, i), at(right, i), path + "[" + i + "]");
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(path + " is `" + theirs + "`, and ours `" + ours + "`");
  }

  private static Object at(Map<?, ?> map, Object key) {
    Object value = map.get(key);
    return value == null ? Absent.ABSENT : value;
  }

  private static Object at(List<?> list, int index) {
    return index < list.size() ? list.get(index) : Absent.ABSENT;
  }

  private enum Absent {
    ABSENT
  }
}
