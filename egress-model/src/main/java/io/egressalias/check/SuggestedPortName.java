package io.egressalias.check;

import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.List;
import java.util.Optional;

/** Makes names of ports that start with the protocol, for remedies. */
final class SuggestedPortName {
  private SuggestedPortName() {}

  /** Returns the name that is as near as possible to a wrong one and says the protocol. */
  static String withProtocol(ServicePort port, String name) {
    String label = NearestLabel.label(name, "port");
    boolean said = port.appProtocol().isPresent() || port.protocol() == Protocol.UDP;
    if (said || IstioProtocol.ofName(label).isPresent()) {
      return label;
    }
    String known = known(port, "tcp");
    return known.contains("-") ? known : NearestLabel.label(known + "-" + label, known);
  }

  /** Returns a name that says what the port probably is. */
  static String suggestedName(ServicePort port, List<ServicePort> others) {
    if (port.protocol() == Protocol.UDP) {
      return "udp-" + port.port();
    }
    String name = known(port, "tcp-" + port.port());
    boolean taken =
        others.stream()
            .filter(other -> !other.equals(port))
            .anyMatch(other -> other.name().orElse(known(other, "")).equals(name));
    return taken ? NearestLabel.numbered(name, port.port()) : name;
  }

  /** What usually is behind a number; of TCP alone, since nothing else is known by its number. */
  static String known(ServicePort port, String otherwise) {
    return port.protocol() == Protocol.TCP ? known(port.port(), otherwise) : otherwise;
  }

  static String known(int number, String otherwise) {
    return switch (number) {
      case 80, 8080 -> "http";
      case 443, 8443 -> "tls";
      case 3306 -> "mysql";
      case 5432 -> "tcp-postgres";
      case 6379 -> "redis";
      case 27017 -> "mongo";
      default -> otherwise;
    };
  }

  /** Returns the line that declares a protocol where the port declares its protocol now. */
  static String sayingProtocol(ServicePort port, IstioProtocol protocol) {
    return port.appProtocol().isPresent()
        ? "appProtocol: " + protocol.word()
        : "name: " + renamed(port, protocol);
  }

  /** Returns the name of a port with another protocol at its start. */
  static String renamed(ServicePort port, IstioProtocol protocol) {
    String name = port.name().orElse("");
    Optional<IstioProtocol> old = IstioProtocol.ofName(name);
    String rest = old.isPresent() ? name.substring(old.get().word().length()) : "-" + name;
    String word = protocol == IstioProtocol.HTTP_PROXY ? "http" : protocol.word();
    // The analyzers of Istio refuse the name `tcp` alone.
    String end = rest.length() < 2 && word.equals("tcp") ? "-" + port.port() : rest;
    return NearestLabel.label(word + end, word);
  }
}
