package io.egressalias.check;

import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The protocol that a port probably uses, for remedies. The words of the name count first, then the
 * number.
 */
final class LikelyProtocol {
  /** Protocols within TLS that Istio does not know by these names. */
  private static final Set<String> WITHIN_TLS =
      Set.of(
          "ssl", "mtls", "ldaps", "amqps", "mqtts", "smtps", "imaps", "pop3s", "rediss", "ftps",
          "ircs", "sips", "nntps", "telnets", "xmpps", "stomps", "grpcs");

  private static final Map<String, IstioProtocol> BY_ANOTHER_WORD =
      Map.of(
          "h2c", IstioProtocol.HTTP2,
          "http1", IstioProtocol.HTTP,
          "ws", IstioProtocol.HTTP,
          "websocket", IstioProtocol.HTTP,
          "websockets", IstioProtocol.HTTP,
          "wss", IstioProtocol.HTTPS);

  /** Words that often name an HTTP server. A number says more. */
  private static final Set<String> OFTEN_HTTP = Set.of("web", "www", "api", "rest", "webhook");

  /** Numbers on which servers expect TLS from the first byte. */
  private static final Set<Integer> OF_TLS =
      Set.of(
          443, 465, 563, 636, 853, 989, 990, 992, 993, 994, 995, 3269, 5061, 5223, 5671, 6443, 6697,
          8443, 8883);

  private static final Set<Integer> OF_HTTPS = Set.of(443, 6443, 8443);
  private static final String GRPC_WEB = "grpc-web";

  private LikelyProtocol() {}

  /**
   * Returns the protocol of a port.
   *
   * @param originates whether a sidecar originates TLS, so that the workload does not
   */
  static IstioProtocol of(ServicePort port, boolean originates) {
    String name = port.name().orElse("");
    Optional<IstioProtocol> said = said(name);
    if (said.isPresent() || port.protocol() != Protocol.TCP) {
      return said.orElse(IstioProtocol.TCP);
    }
    IstioProtocol usual = ofNumber(port.port(), originates);
    return usual == IstioProtocol.TCP && isOftenHttp(name) ? IstioProtocol.HTTP : usual;
  }

  /** Returns the protocol that a text says in a way that Istio does not read; TLS counts first. */
  static Optional<IstioProtocol> said(String text) {
    if (text.contains(GRPC_WEB)) {
      return Optional.of(IstioProtocol.GRPC_WEB);
    }
    Optional<IstioProtocol> first = Optional.empty();
    for (String word : words(text)) {
      Optional<IstioProtocol> said = ofWord(word);
      if (said.isPresent() && (first.isEmpty() || said.get().isTls())) {
        first = said;
      }
    }
    return first;
  }

  /** Returns whether the workload itself probably encrypts the traffic of a port. */
  static boolean isWithinTls(ServicePort port) {
    Optional<IstioProtocol> said = said(port.appProtocol().orElse(""));
    return said.isPresent() ? said.get().isTls() : of(port, false).isTls();
  }

  /** Returns the usual protocol of a TCP port number. */
  static IstioProtocol ofNumber(int number, boolean originates) {
    if (OF_TLS.contains(number)) {
      return !originates
          ? IstioProtocol.TLS
          : OF_HTTPS.contains(number) ? IstioProtocol.HTTP : IstioProtocol.TCP;
    }
    return switch (number) {
      case 80, 8080 -> IstioProtocol.HTTP;
      // A MySQL server starts unencrypted.
      case 3306 -> originates ? IstioProtocol.TCP : IstioProtocol.MYSQL;
      case 6379 -> IstioProtocol.REDIS;
      case 27017 -> IstioProtocol.MONGO;
      default -> IstioProtocol.TCP;
    };
  }

  /**
   * Returns a name with the protocol at its start. A word of the name that says only the protocol
   * moves there: {@code grpc-otlp} for {@code otlp-grpc}.
   */
  static String named(IstioProtocol protocol, String label) {
    String start = protocol == IstioProtocol.HTTP_PROXY ? "http" : protocol.word();
    String rest = "-" + label + "-";
    String moved = rest.contains("-" + start + "-") ? start : protocol.isTls() ? mark(rest) : "";
    if (!moved.isEmpty()) {
      rest = rest.replace("-" + moved + "-", "-");
    }
    String name = rest.length() < 3 ? start : start + rest.substring(0, rest.length() - 1);
    return NearestLabel.label(name, start);
  }

  private static String mark(String rest) {
    return rest.contains("-ssl-") ? "ssl" : rest.contains("-mtls-") ? "mtls" : "";
  }

  private static boolean isOftenHttp(String name) {
    for (String word : words(name)) {
      if (OFTEN_HTTP.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<IstioProtocol> ofWord(String word) {
    if (WITHIN_TLS.contains(word)) {
      return Optional.of(IstioProtocol.TLS);
    }
    IstioProtocol other = BY_ANOTHER_WORD.get(word);
    return other != null
        ? Optional.of(other)
        : IstioProtocol.ofWord(word).filter(protocol -> protocol != IstioProtocol.UDP);
  }

  private static String[] words(String text) {
    return text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1);
  }
}
