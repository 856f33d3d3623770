package io.egressalias.internal.krm;

import io.egressalias.render.AliasMark;
import io.egressalias.render.Manifest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Identifies the objects that an earlier run of the same declarations rendered.
 *
 * @param declarations the identities of the declarations
 * @param aliases the aliases that they declare, as in {@link AliasMark#ANNOTATION}
 */
record Ownership(Set<String> declarations, Set<String> aliases) {
  /** The ownership of a run without earlier ones. */
  static final Ownership NONE = new Ownership(Set.of(), Set.of());

  /** Returns the ownership of declarations; each alias that they declare has a manifest. */
  static Ownership of(List<String> declarations, Iterable<Manifest> manifests) {
    Set<String> aliases = new HashSet<>();
    for (Manifest manifest : manifests) {
      aliases.add(AliasMark.alias(manifest.alias()));
    }
    return new Ownership(new HashSet<>(declarations), aliases);
  }

  /**
   * Returns whether an object belongs to these declarations. Earlier versions marked objects with
   * their alias only; such an object belongs to a declaration as long as it declares the alias.
   */
  boolean covers(ListedResource item) {
    String maker = item.declaration();
    return maker.isEmpty() ? aliases.contains(item.mark()) : declarations.contains(maker);
  }
}
