package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.DataPlane;
import io.egressalias.model.Platform;
import java.util.HashSet;
import java.util.Set;

/**
 * The namespaces whose traffic ztunnels and waypoints carry.
 *
 * @param all whether it is every namespace, because the caller says so
 * @param marked the namespaces with a label of an ambient mesh
 */
record AmbientScope(boolean all, Set<String> marked) {
  /** The mesh has sidecars only. */
  static final AmbientScope NONE = new AmbientScope(false, Set.of());

  AmbientScope {
    marked = Set.copyOf(marked);
  }

  /**
   * Infers the namespaces if the caller does not say that the mesh is ambient.
   *
   * @param unnamed the namespace of objects that name none
   */
  static AmbientScope of(Platform platform, ManifestSet set, String unnamed) {
    if (!platform.istio().present()) {
      return NONE;
    }
    Set<String> marked = new HashSet<>();
    for (String namespace : set.ambient().marked()) {
      marked.add(namespace.isEmpty() ? unnamed : namespace);
    }
    return new AmbientScope(platform.dataPlane() == DataPlane.AMBIENT, marked);
  }

  boolean includes(String namespace) {
    return all || marked.contains(namespace);
  }

  boolean isEmpty() {
    return !all && marked.isEmpty();
  }
}
