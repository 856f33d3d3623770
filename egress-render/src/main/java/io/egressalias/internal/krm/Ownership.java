package io.egressalias.internal.krm;

import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import java.util.HashSet;
import java.util.Set;

/**
 * Identifies the objects that an earlier run of the same declaration rendered.
 *
 * @param declaration the identity of the declaration
 * @param aliases the aliases that it declares, as in {@link AliasMark#ANNOTATION}
 */
record Ownership(String declaration, Set<String> aliases) {

  /** Returns the ownership of a declaration; each alias that it declares has a manifest. */
  static Ownership of(String declaration, Iterable<Manifest> manifests) {
    Set<String> aliases = new HashSet<>();
    for (Manifest manifest : manifests) {
      aliases.add(AliasMark.alias(manifest.alias()));
    }
    return new Ownership(declaration, aliases);
  }

  /**
   * Returns whether an object belongs to this declaration. Earlier versions marked objects with
   * their alias only; such an object belongs to the declaration as long as it declares the alias.
   */
  boolean covers(ListedResource item) {
    String maker = item.declaration();
    return maker.isEmpty() ? aliases.contains(item.mark()) : maker.equals(declaration);
  }
}
