package io.egressalias.check;

import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Optional;

/** Makes names of ports that start with the protocol, for remedies. */
final class SuggestedPortName {
  private SuggestedPortName() {}

  /** Returns a name that starts with a protocol and is as similar as possible to a wrong one. */
  static String withProtocol(ResolvedPort resolved, String name) {
    ServicePort port = resolved.declared();
    String label = NearestLabel.label(name, "port");
    boolean said = port.appProtocol().isPresent() || port.protocol() == Protocol.UDP;
    if (said || IstioProtocol.ofName(label).isPresent()) {
      return label;
    }
    return LikelyProtocol.named(LikelyProtocol.of(port, resolved.originates()), label);
  }

  /** Returns a name that starts with the protocol that the port probably uses. */
  static String suggestedName(ResolvedPort port, List<ResolvedPort> others) {
    if (port.declared().protocol() == Protocol.UDP) {
      return "udp-" + port.number();
    }
    String name = usual(port);
    boolean taken =
        others.stream()
            .filter(other -> !other.declared().equals(port.declared()))
            .anyMatch(other -> other.declared().name().orElseGet(() -> usual(other)).equals(name));
    return taken ? NearestLabel.numbered(name, port.number()) : name;
  }

  private static String usual(ResolvedPort port) {
    IstioProtocol protocol = LikelyProtocol.of(port.declared(), port.originates());
    if (protocol != IstioProtocol.TCP) {
      return protocol.word();
    }
    return port.number() == 5432 ? "tcp-postgres" : "tcp-" + port.number();
  }

  /** Returns the line that declares a protocol where the port declares its protocol now. */
  static String sayingProtocol(ServicePort port, IstioProtocol protocol) {
    return port.appProtocol().isPresent()
        ? "appProtocol: " + protocol.word()
        : "name: " + renamed(port, protocol);
  }

  /** Returns the line that declares gRPC for an HTTP port whose name contains {@code grpc}. */
  static String sayingGrpc(ServicePort port) {
    if (port.appProtocol().isPresent()) {
      return "appProtocol: grpc";
    }
    String rest = port.name().orElse("").replaceFirst("^http-", "").replaceFirst("grpc-?", "");
    return "name: " + NearestLabel.label(rest.isEmpty() ? "grpc" : "grpc-" + rest, "grpc");
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
