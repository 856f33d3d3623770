package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;

/**
 * A ServiceEntry, as Istio reads it.
 *
 * @param object the entry
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/service-entry/">
 *     ServiceEntry</a>
 */
record EntryView(ManifestObject object) {
  private static final String ALLOCATES = "networking.istio.io/enable-autoallocate-ip";

  Field spec(String key) {
    return Field.of(object, "spec", key);
  }

  /** Returns how addresses are found; Istio uses those that are dialled if nothing is written. */
  String resolution() {
    return spec("resolution").optional().orElse("NONE");
  }

  boolean usesDialled() {
    return resolution().equals("NONE");
  }

  /** Returns whether the host itself is looked up, because no endpoint is written. */
  boolean looksUpHost() {
    return resolution().startsWith("DNS")
        && spec("endpoints").items().isEmpty()
        && !spec("workloadSelector").present();
  }

  boolean isInternal() {
    return spec("location").text().equals("MESH_INTERNAL");
  }

  /** Returns whether the author lets Istio assign an address, which the DNS of sidecars uses. */
  boolean isAllocated() {
    return Field.of(object, "metadata", "labels", ALLOCATES).text().equals("true");
  }

  /** Returns whether an address is every address of its family. */
  static boolean isEvery(Field address) {
    String text = address.text();
    return text.endsWith("/0") || text.equals("0.0.0.0") || text.equals("::");
  }
}
