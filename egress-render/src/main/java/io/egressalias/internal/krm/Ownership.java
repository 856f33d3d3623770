package io.egressalias.internal.krm;

import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells which objects an earlier run of the same declaration made.
 *
 * @param declaration the identity of the declaration
 * @param aliases the aliases that it declares, each as a mark names it
 */
record Ownership(String declaration, Set<String> aliases) {

  /** Returns what a declaration owns; every alias that it declares has a manifest. */
  static Ownership of(String declaration, Iterable<Manifest> manifests) {
    Set<String> aliases = new HashSet<>();
    for (Manifest manifest : manifests) {
      aliases.add(AliasMark.alias(manifest.alias()));
    }
    return new Ownership(declaration, aliases);
  }

  /**
   * Returns whether an object is of this declaration. Earlier versions marked objects with their
   * alias alone; such an object is, while the declaration declares the alias.
   */
  boolean covers(ListedResource item) {
    String maker = item.declaration();
    return maker.isEmpty() ? aliases.contains(item.mark()) : maker.equals(declaration);
  }
}
