package io.egressalias.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The protocol that Istio assumes for the traffic of a port.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/ops/configuration/traffic-management/protocol-selection/">
 *     Protocol selection</a>
 */
public enum IstioProtocol {
  /** HTTP/1.1 in clear text. */
  HTTP,
  /** HTTP/2 in clear text. */
  HTTP2,
  /** HTTP with CONNECT. */
  HTTP_PROXY,
  /** gRPC in clear text. */
  GRPC,
  /** gRPC for browsers in clear text. */
  GRPC_WEB,
  /** HTTP over TLS that the workload speaks. */
  HTTPS,
  /** TLS that the workload speaks, with any protocol inside. */
  TLS,
  /** TCP with any protocol. */
  TCP,
  /** MongoDB's protocol. */
  MONGO,
  /** MySQL's protocol. */
  MYSQL,
  /** Redis's protocol. */
  REDIS,
  /** UDP, which a sidecar does not carry. */
  UDP;

  private static final IstioProtocol[] ALL = values();
  private static final String HYPHENATED = "grpc-web";

  private final String word = lowerCase(name());

  /**
   * Returns the name of the protocol in {@code appProtocol} and at the start of the name of a port.
   */
  public String word() {
    return word;
  }

  /** Returns the name of the protocol in a ServiceEntry. */
  public String serviceEntryWord() {
    return this == GRPC_WEB ? "GRPC-WEB" : name();
  }

  /** Returns whether this is HTTP in clear text, so that a sidecar can route it by its headers. */
  public boolean isHttp() {
    return this == HTTP || this == HTTP2 || this == HTTP_PROXY || this == GRPC || this == GRPC_WEB;
  }

  /** Returns whether the workload encrypts its traffic. */
  public boolean isTls() {
    return this == HTTPS || this == TLS;
  }

  /**
   * Returns the protocol that Istio assumes for a port. The transport protocol comes first, then
   * {@code appProtocol}, then the name.
   *
   * @return empty if Istio would have to detect the protocol
   */
  public static Optional<IstioProtocol> of(ServicePort port) {
    if (port.protocol() == Protocol.UDP) {
      return Optional.of(UDP);
    }
    if (port.appProtocol().isPresent()) {
      return ofAppProtocol(port.appProtocol().get());
    }
    return port.name().isPresent() ? ofName(port.name().get()) : Optional.empty();
  }

  /** Istio also knows the names of Kubernetes, in lower case only. */
  private static Optional<IstioProtocol> ofAppProtocol(String word) {
    return switch (word) {
      case "kubernetes.io/h2c" -> Optional.of(HTTP2);
      case "kubernetes.io/ws" -> Optional.of(HTTP);
      case "kubernetes.io/wss" -> Optional.of(HTTPS);
      default -> ofWord(word);
    };
  }

  /** Returns the protocol with a name; case does not matter. */
  public static Optional<IstioProtocol> ofWord(String word) {
    for (IstioProtocol protocol : ALL) {
      if (protocol.word.equalsIgnoreCase(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /** Returns the protocol at the start of the name of a port. */
  public static Optional<IstioProtocol> ofName(String name) {
    // Istio does not require a hyphen after this name, the only one that contains a hyphen.
    if (name.regionMatches(true, 0, HYPHENATED, 0, HYPHENATED.length())) {
      return Optional.of(GRPC_WEB);
    }
    int dash = name.indexOf('-');
    return ofWord(dash < 0 ? name : name.substring(0, dash));
  }

  /** {@code HTTP_PROXY} is written with an underscore, {@code GRPC_WEB} with a hyphen. */
  private static String lowerCase(String name) {
    return name.equals("GRPC_WEB") ? "grpc-web" : name.toLowerCase(Locale.ROOT);
  }
}
