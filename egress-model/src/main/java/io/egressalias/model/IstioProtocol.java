package io.egressalias.model;

import java.util.Locale;
import java.util.Optional;

/**
 * What Istio takes the traffic of a port for.
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
  /** HTTP in TLS, which the workload speaks by itself. */
  HTTPS,
  /** Anything in TLS, which the workload speaks by itself. */
  TLS,
  /** Bytes. */
  TCP,
  /** MongoDB's protocol. */
  MONGO,
  /** MySQL's protocol. */
  MYSQL,
  /** Redis's protocol. */
  REDIS,
  /** Datagrams, which a sidecar does not carry. */
  UDP;

  private static final IstioProtocol[] ALL = values();
  private static final String HYPHENATED = "grpc-web";

  private final String word = lowerCase(name());

  /** Returns the word for it in {@code appProtocol} and at the beginning of the name of a port. */
  public String word() {
    return word;
  }

  /** Returns the word for it in a ServiceEntry. */
  public String serviceEntryWord() {
    return this == GRPC_WEB ? "GRPC-WEB" : name();
  }

  /** Returns whether it is HTTP in clear text, so that a sidecar can route it by its headers. */
  public boolean isHttp() {
    return this == HTTP || this == HTTP2 || this == HTTP_PROXY || this == GRPC || this == GRPC_WEB;
  }

  /** Returns whether the workload encrypts by itself. */
  public boolean isTls() {
    return this == HTTPS || this == TLS;
  }

  /**
   * Returns what Istio takes the traffic of a port for: by its transport protocol, then by {@code
   * appProtocol}, then by its name.
   *
   * @return empty where it would have to guess
   */
  public static Optional<IstioProtocol> of(ServicePort port) {
    if (port.protocol() == Protocol.UDP) {
      return Optional.of(UDP);
    }
    if (port.appProtocol().isPresent()) {
      return ofWord(port.appProtocol().get());
    }
    return port.name().isPresent() ? ofName(port.name().get()) : Optional.empty();
  }

  /** Returns the protocol of a word; upper and lower case count the same. */
  public static Optional<IstioProtocol> ofWord(String word) {
    for (IstioProtocol protocol : ALL) {
      if (protocol.word.equalsIgnoreCase(word)) {
        return Optional.of(protocol);
      }
    }
    return Optional.empty();
  }

  /** Returns the protocol that the name of a port begins with. */
  public static Optional<IstioProtocol> ofName(String name) {
    // The one word with a hyphen, behind which Istio asks for none.
    if (name.regionMatches(true, 0, HYPHENATED, 0, HYPHENATED.length())) {
      return Optional.of(GRPC_WEB);
    }
    int dash = name.indexOf('-');
    return ofWord(dash < 0 ? name : name.substring(0, dash));
  }

  /** {@code HTTP_PROXY} is written as it is here, {@code GRPC_WEB} with a hyphen. */
  private static String lowerCase(String name) {
    return name.equals("GRPC_WEB") ? "grpc-web" : name.toLowerCase(Locale.ROOT);
  }
}
