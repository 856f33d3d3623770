package io.egressalias.imports;

import io.egressalias.model.ClientTls;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The TLS of the ports of an alias, in the shortest form: on the alias if all ports have the same.
 *
 * @param alias the TLS of the alias; empty: none is declared
 * @param ports the ports, each with its own TLS if it differs from that of the alias
 */
record PortTls(Optional<ClientTls> alias, List<ServicePort> ports) {

  /**
   * Distributes TLS.
   *
   * @param ports the ports, without TLS
   * @param tls the TLS of each port; empty: the rules say nothing about it
   */
  static PortTls of(List<ServicePort> ports, List<Optional<ClientTls>> tls) {
    Set<ClientTls> originated = new LinkedHashSet<>();
    boolean disabled = false;
    boolean open = false;
    for (Optional<ClientTls> one : tls) {
      if (one.isPresent() && one.get() instanceof Origination) {
        originated.add(one.get());
      } else {
        open = true;
        disabled |= one.isPresent();
      }
    }
    if (originated.size() == 1 && !open) {
      return new PortTls(Optional.of(originated.iterator().next()), ports);
    }
    Optional<ClientTls> common = disabled ? Optional.of(ClientTls.disable()) : Optional.empty();
    return new PortTls(common, own(ports, tls));
  }

  private static List<ServicePort> own(List<ServicePort> ports, List<Optional<ClientTls>> tls) {
    List<ServicePort> own = new ArrayList<>();
    for (int i = 0; i < ports.size(); i++) {
      boolean originates = tls.get(i).orElse(null) instanceof Origination;
      own.add(originates ? ports.get(i).toBuilder().tls(tls.get(i)).build() : ports.get(i));
    }
    return own;
  }
}
