package io.egressalias.render;

import io.egressalias.model.Platform;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reasons for objects; the text is shared by all aliases of a declaration with the same reason.
 */
final class ManifestReasons {
  private final Platform platform;
  private final Map<Composition, Map<ObjectKind, String>> said = new TreeMap<>();

  ManifestReasons(Platform platform) {
    this.platform = platform;
  }

  String of(Composition composition, ObjectKind kind, ObjectNode object) {
    Map<ObjectKind, String> row = said.get(composition);
    if (row == null) {
      row = new TreeMap<>();
      said.put(composition, row);
    }
    String reason = row.get(kind);
    if (reason == null) {
      reason = kind.purpose() + ApiVersions.fact(object, platform) + "; " + composition.sentence();
      row.put(kind, reason);
    }
    return reason;
  }
}
