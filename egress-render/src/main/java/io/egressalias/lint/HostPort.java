package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A port of a host, as Istio sees it.
 *
 * @param field the port in its Service or ServiceEntry
 * @param number the number that callers use
 * @param name the name; empty: none
 * @param protocol the protocol; empty: Istio detects it
 * @param targetPort the number that is dialled, if the port of the host names another one
 */
record HostPort(
    Field field,
    int number,
    String name,
    Optional<IstioProtocol> protocol,
    OptionalInt targetPort) {
  /** Istio takes these ports without a protocol as TCP, because the server speaks first. */
  private static final Set<Integer> SERVER_FIRST = Set.of(25, 53, 3306, 27017);

  /** Reads a port of a Service. */
  static Optional<HostPort> ofService(Field port) {
    OptionalInt number = port.at("port").number();
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostPort(
                port,
                number.getAsInt(),
                port.at("name").text(),
                protocol(port, number.getAsInt()),
                port.at("targetPort").number()));
  }

  /** Reads a port of a ServiceEntry. */
  static Optional<HostPort> ofEntry(Field port) {
    OptionalInt number = port.at("number").number();
    return number.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new HostPort(
                port,
                number.getAsInt(),
                port.at("name").text(),
                IstioProtocol.ofWord(port.at("protocol").text()),
                port.at("targetPort").number()));
  }

  private static Optional<IstioProtocol> protocol(Field port, int number) {
    ServicePort.Builder said = ServicePort.builder().port(number);
    if (port.at("protocol").text().equals("UDP")) {
      said.protocol(Protocol.UDP);
    }
    Optional<IstioProtocol> protocol =
        IstioProtocol.of(
            said.name(port.at("name").optional())
                .appProtocol(port.at("appProtocol").optional())
                .build());
    return protocol.isEmpty() && SERVER_FIRST.contains(number)
        ? Optional.of(IstioProtocol.TCP)
        : protocol;
  }

  /** Returns whether callers encrypt the traffic of the port. */
  boolean isTls() {
    return protocol.isPresent() && protocol.get().isTls();
  }

  /** Returns whether Istio reads the traffic of the port as HTTP in clear text. */
  boolean isHttp() {
    return protocol.isPresent() && protocol.get().isHttp();
  }

  /** Returns whether Istio detects the protocol. */
  boolean isDetected() {
    return protocol.isEmpty();
  }
}
