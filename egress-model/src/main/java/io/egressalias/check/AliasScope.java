package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Form;
import io.egressalias.model.Platform;

/**
 * An alias where it stands.
 *
 * @param declared the alias as declared
 * @param resolved the alias with what it has from its declaration
 * @param document which declaration of the set, from 0
 * @param index which alias of the declaration, from 0
 * @param needsSidecar whether the alias is carried by sidecars, whatever else is wrong with it;
 *     told once, since every port may have a say in it
 */
record AliasScope(
    EgressAliases declaration,
    EgressAlias declared,
    EgressAlias resolved,
    int document,
    int index,
    boolean needsSidecar) {

  private static final FieldPath ALIASES = FieldPath.of("spec", "aliases");

  static AliasScope of(EgressAliases declaration, int document, int index) {
    EgressAlias declared = declaration.aliases().get(index);
    EgressAlias resolved = declaration.resolve(declared);
    boolean needsSidecar = Form.of(resolved, declaration.platform()) == Form.ROUTED;
    return new AliasScope(declaration, declared, resolved, document, index, needsSidecar);
  }

  Platform platform() {
    return declaration.platform();
  }

  FieldPath path() {
    return ALIASES.index(index);
  }

  FieldPath path(String key) {
    return path().key(key);
  }

  FieldPath port(int port) {
    return path("ports").index(port);
  }
}
