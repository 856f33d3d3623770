package io.egressalias.imports;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the declaration of an alias renders, and the input does not have. */
final class Added {
  private final ManifestObject origin;
  private final ImportContext context;
  private final List<String> parts = new ArrayList<>();

  Added(ManifestObject origin, ImportContext context) {
    this.origin = origin;
    this.context = context;
  }

  /** Adds an object, or a part of one. */
  Added object(String words) {
    parts.add(words);
    return this;
  }

  /** Adds fields of TLS settings that a declaration always writes. */
  Added fields(Collection<String> keys) {
    for (String key : keys) {
      parts.add("`" + key + "` of the TLS");
    }
    return this;
  }

  /** Adds one finding if there is anything; returns the note about it. */
  List<String> report() {
    if (parts.isEmpty()) {
      return List.of();
    }
    String all = String.join(", ", parts);
    context
        .findings()
        .add(
            Rule.RULE_ADDED,
            origin,
            FieldPath.of("spec"),
            "the declaration renders " + all + ", which the input does not have",
            "Keep the declaration as it is");
    return List.of("Added: " + all + ".");
  }
}
