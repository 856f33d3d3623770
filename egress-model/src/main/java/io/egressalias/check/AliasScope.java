package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Platform;
import io.egressalias.resolve.ResolvedAlias;

/**
 * An alias at its place in a declaration.
 *
 * @param declared the alias as declared
 * @param resolved the alias on its platform, with everything worked out
 * @param document which declaration of the set, from 0
 * @param index which alias of the declaration, from 0
 */
record AliasScope(
    EgressAliases declaration,
    EgressAlias declared,
    ResolvedAlias resolved,
    int document,
    int index) {

  private static final FieldPath ALIASES = FieldPath.of("spec", "aliases");

  static AliasScope of(EgressAliases declaration, int document, int index) {
    EgressAlias declared = declaration.aliases().get(index);
    ResolvedAlias resolved = ResolvedAlias.of(declaration, declared);
    return new AliasScope(declaration, declared, resolved, document, index);
  }

  Platform platform() {
    return declaration.platform();
  }

  FieldPath path() {
    return path(index);
  }

  /** Returns the path of an alias by its index. */
  static FieldPath path(int index) {
    return ALIASES.index(index);
  }

  FieldPath path(String key) {
    return path().key(key);
  }

  FieldPath port(int port) {
    return path("ports").index(port);
  }
}
