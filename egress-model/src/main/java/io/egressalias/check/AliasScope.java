package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedAlias;
import org.jspecify.annotations.Nullable;

/**
 * An alias and its position in a set of declarations.
 *
 * @param declared the alias as declared
 * @param resolved the alias resolved for its platform
 * @param document the index of the declaration in the set, from 0
 * @param index the index of the alias in the declaration, from 0
 * @param path the path of the alias
 */
record AliasScope(
    EgressAliases declaration,
    EgressAlias declared,
    ResolvedAlias resolved,
    int document,
    int index,
    FieldPath path) {

  private static final int CLEAR_HTTP = 80;
  private static final int SECOND_HTTP = 8080;
  private static final FieldPath ALIASES = FieldPath.of("spec", "aliases");

  static AliasScope of(EgressAliases declaration, int document, int index) {
    EgressAlias declared = declaration.aliases().get(index);
    ResolvedAlias resolved = ResolvedAlias.of(declaration, declared);
    return new AliasScope(declaration, declared, resolved, document, index, path(index));
  }

  Platform platform() {
    return declaration.platform();
  }

  /** Returns the path of the alias with an index. */
  static FieldPath path(int index) {
    return ALIASES.index(index);
  }

  FieldPath path(String key) {
    return path.key(key);
  }

  /** Returns the alias with the fields that it inherits from the declaration. */
  EgressAlias effective() {
    return resolved.alias();
  }

  /** Returns whether the alias inherits the TLS of the declaration. */
  boolean inheritsTls() {
    return declared.tls().isEmpty() && effective().tls().isPresent();
  }

  /** Returns whether TLS is originated for aliases that declare no TLS. */
  boolean originatesByDefault() {
    return declaration.tls().orElse(null) instanceof Origination;
  }

  /** Returns the end of a remedy that moves a port to an alias in which no TLS is originated. */
  String withoutTls() {
    return originatesByDefault() ? " with `tls: {mode: DISABLE}`" : "";
  }

  /** Returns whether a port of the alias has a number. */
  boolean hasPort(int number) {
    return hasPort(number, null);
  }

  private boolean hasPort(int number, @Nullable ServicePort except) {
    for (ServicePort port : declared.ports()) {
      if (port != except && port.port() == number) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns a port number for HTTP that the alias does not use yet.
   *
   * @param moved a port whose present number counts as unused; null: none
   */
  int freeHttpPort(@Nullable ServicePort moved) {
    int number = CLEAR_HTTP;
    while (hasPort(number, moved)) {
      number = number == CLEAR_HTTP ? SECOND_HTTP : number + 1;
    }
    return number;
  }

  FieldPath port(int port) {
    return path("ports").index(port);
  }
}
