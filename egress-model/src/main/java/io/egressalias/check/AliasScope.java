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
 */
record AliasScope(
    EgressAliases declaration,
    EgressAlias declared,
    EgressAlias resolved,
    int document,
    int index) {

  Platform platform() {
    return declaration.platform();
  }

  /** Whether the alias is carried by sidecars, whatever else is wrong with it. */
  boolean needsSidecar() {
    return Form.of(resolved, platform()) == Form.ROUTED;
  }

  FieldPath path() {
    return FieldPath.of("spec", "aliases").index(index);
  }

  FieldPath path(String key) {
    return path().key(key);
  }

  FieldPath port(int port) {
    return path("ports").index(port);
  }
}
