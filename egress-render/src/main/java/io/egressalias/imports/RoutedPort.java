package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a Service, and where its route leads.
 *
 * @param field the port in the Service
 * @param number the number that workloads call
 * @param route the route
 * @param entry the ServiceEntry to which the route leads
 * @param target the target of the entry; empty: it has no target that an alias can have
 */
record RoutedPort(
    Field field,
    int number,
    Routes.Route route,
    ManifestObject entry,
    Optional<EntryTarget> target) {

  /** Returns the port of the entry to which the route leads; empty: it does not exist. */
  Optional<EntryTarget.Port> destination() {
    if (target.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt wanted = route.destination().at("port").at("number").number();
    Map<Integer, EntryTarget.Port> ports = target.get().ports();
    if (wanted.isEmpty() && ports.size() == 1) {
      return Optional.of(ports.values().iterator().next());
    }
    return Optional.ofNullable(ports.get(wanted.orElse(number)));
  }

  /** Returns the port as a declaration has it, without its TLS. */
  ServicePort declared(EntryTarget.Port entry) {
    ServicePort.Builder port =
        ServicePort.builder()
            .name(field.at("name").optional())
            .port(number)
            .protocol(transport(field));
    if (entry.target() != number) {
      port.targetPort(entry.target());
    }
    return protocol(port.appProtocol(field.at("appProtocol").optional()).build(), entry);
  }

  private static Protocol transport(Field port) {
    return switch (port.at("protocol").text()) {
      case "UDP" -> Protocol.UDP;
      case "SCTP" -> Protocol.SCTP;
      default -> Protocol.TCP;
    };
  }

  /**
   * A routed port of TLS has {@code appProtocol: tcp} in its Service, because a TCP route does not
   * apply to a port of TLS; the entry has the protocol of the declaration. A port whose name says
   * no protocol has that of the entry.
   */
  private static ServicePort protocol(ServicePort port, EntryTarget.Port entry) {
    Optional<IstioProtocol> wanted = IstioProtocol.ofWord(entry.protocol());
    if (wanted.isEmpty() || port.protocol() != Protocol.TCP) {
      return port;
    }
    Optional<IstioProtocol> own = IstioProtocol.of(port);
    boolean replaced = own.equals(Optional.of(IstioProtocol.TCP)) && wanted.get().isTls();
    if (!replaced && own.isPresent()) {
      return port;
    }
    ServicePort plain = port.toBuilder().appProtocol(Optional.empty()).build();
    boolean byName = IstioProtocol.of(plain).equals(wanted);
    return byName ? plain : port.toBuilder().appProtocol(wanted.get().word()).build();
  }
}
