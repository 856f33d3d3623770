package io.egressalias.imports;

import io.egressalias.model.ClientTls;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Origination;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import java.util.List;
import java.util.Optional;

/**
 * The Host header of an alias, in the shortest form.
 *
 * @param authority the {@code authority} of the alias
 * @param preserved the {@code preserveAuthority} of the alias
 * @param lost whether the ports have headers that one alias cannot declare
 */
record HostHeader(Optional<String> authority, boolean preserved, boolean lost) {
  /** The header that a declaration has by default. */
  static final HostHeader DEFAULT = new HostHeader(Optional.empty(), false, false);

  /**
   * Finds the header.
   *
   * @param ports the ports
   * @param tls the TLS of each port
   * @param written the header that routes set on each port; empty: that of the workload
   */
  static HostHeader of(
      Target target,
      List<ServicePort> ports,
      List<Optional<ClientTls>> tls,
      List<Optional<String>> written) {
    boolean byDefault = true;
    boolean differ = false;
    Optional<String> first = Optional.empty();
    boolean seen = false;
    boolean originates = false;
    for (int i = 0; i < ports.size(); i++) {
      if (!speaksHttp(ports.get(i))) {
        continue;
      }
      Optional<String> sni = serverName(tls.get(i), target);
      originates |= sni.isPresent();
      byDefault &= written.get(i).equals(sni);
      differ |= seen && !written.get(i).equals(first);
      first = seen && first.isPresent() ? first : written.get(i);
      seen = true;
    }
    if (byDefault) {
      return DEFAULT;
    }
    return new HostHeader(first, originates && first.isEmpty(), differ);
  }

  private static Optional<String> serverName(Optional<ClientTls> tls, Target target) {
    if (tls.orElse(null) instanceof Origination origination) {
      return origination.sni().isPresent() ? origination.sni() : serverName(target);
    }
    return Optional.empty();
  }

  /** Returns the name of the server, without the dot that DNS allows; empty for addresses. */
  static Optional<String> serverName(Target target) {
    if (!(target instanceof ExternalName name)) {
      return Optional.empty();
    }
    String host = name.host();
    return Optional.of(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
  }

  /** A port without a name gets one by its number later. */
  private static boolean speaksHttp(ServicePort port) {
    boolean named = port.name().isPresent() || port.appProtocol().isPresent();
    return port.speaksHttp() || (!named && (port.port() == 80 || port.port() == 8080));
  }
}
