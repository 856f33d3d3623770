package io.egressalias.imports;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import io.egressalias.model.WorkloadSelector;
import java.util.List;
import java.util.Optional;

/**
 * What the DestinationRules and VirtualServices on the name of an alias in the direct form say.
 *
 * @param alias the TLS of the alias; empty: none is declared
 * @param ports the ports, each with its own TLS if a rule says one for it
 * @param selector the pods to which the TLS applies
 * @param header the Host header
 * @param notes the losses and changes, for {@link ImportedAlias#notes}
 * @param refused whether the alias is not imported; a finding gives the reason
 */
record AliasTls(
    Optional<ClientTls> alias,
    List<ServicePort> ports,
    Optional<WorkloadSelector> selector,
    HostHeader header,
    List<String> notes,
    boolean refused) {

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
    groups.use(objects.rules);
    groups.use(objects.routes);
    return new DirectAlias(objects, target, ports, context).read();
  }

  /** Sets the ports, the TLS and what belongs to it. */
  EgressAlias.Builder into(EgressAlias.Builder builder) {
    return builder
        .ports(ports)
        .tls(alias)
        .workloadSelector(selector)
        .authority(header.authority())
        .preserveAuthority(header.preserved());
  }
}
