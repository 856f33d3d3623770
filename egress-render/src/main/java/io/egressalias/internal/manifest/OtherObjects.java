package io.egressalias.internal.manifest;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.SourceLocation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the objects that no alias consists of. */
final class OtherObjects {
  private static final String REMEDY = "Keep these objects as they are, because an alias has none";

  private final ManifestFindings findings;
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Map<String, SourceLocation> first = new LinkedHashMap<>();
  private int withoutKind;
  private @Nullable SourceLocation firstWithoutKind;

  OtherObjects(ManifestFindings findings) {
    this.findings = findings;
  }

  void add(String kind, SourceLocation place) {
    counts.merge(kind, 1, Integer::sum);
    first.putIfAbsent(kind, place);
  }

  void addWithoutKind(SourceLocation place) {
    withoutKind++;
    firstWithoutKind = firstWithoutKind == null ? place : firstWithoutKind;
  }

  Map<String, Integer> counts() {
    return counts;
  }

  /** Adds one finding for each kind. */
  void report() {
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      int count = entry.getValue();
      String objects = count == 1 ? "1 object" : count + " objects";
      String kind = Quoted.shortened(entry.getKey());
      SourceLocation place = first.get(entry.getKey());
      if (place != null) {
        add(place, objects + " of kind `" + kind + "` " + are(count) + " left alone");
      }
    }
    if (firstWithoutKind != null) {
      String documents = withoutKind == 1 ? "1 document" : withoutKind + " documents";
      add(firstWithoutKind, documents + " without a kind " + are(withoutKind) + " left alone");
    }
  }

  private static String are(int count) {
    return count == 1 ? "is" : "are";
  }

  private void add(SourceLocation place, String message) {
    findings.add(Rule.LEFT_ALONE, Rule.LEFT_ALONE.severity(), place, message, REMEDY);
  }
}
