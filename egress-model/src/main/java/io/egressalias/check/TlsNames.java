package io.egressalias.check;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names of protocols that start with TLS, such as {@code ldaps}, in the names of ports. */
final class TlsNames {
  private TlsNames() {}

  /**
   * Returns whether the name of a port contains such a name although Istio does not treat the port
   * as TLS. On an HTTP port, Istio itself reads the requests, so they are not encrypted.
   */
  static boolean isOn(ResolvedPort port) {
    if (port.speaksTls() || port.speaksHttp()) {
      return false;
    }
    for (String word : PortWords.of(port.declared().name().orElse(""))) {
      if (!unencrypted(word).equals(word)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the name of a protocol without TLS; the same word if it contains no TLS. */
  private static String unencrypted(String word) {
    return switch (word) {
      case "tls", "ssl" -> "";
      case "https" -> "http";
      case "wss" -> "ws";
      case "grpcs" -> "grpc";
      case "ldaps" -> "ldap";
      case "amqps" -> "amqp";
      case "mqtts" -> "mqtt";
      case "smtps", "submissions" -> "smtp";
      case "imaps" -> "imap";
      case "pop3s" -> "pop3";
      case "nntps" -> "nntp";
      case "ftps" -> "ftp";
      case "xmpps" -> "xmpp";
      case "ircs" -> "irc";
      case "sips" -> "sip";
      case "rediss" -> "redis";
      case "tcps" -> "tcp";
      default -> word;
    };
  }

  /** Returns the lines that declare that the workload sends the same traffic unencrypted. */
  static String linesWithoutTls(EgressAlias alias, ResolvedPort port) {
    ServicePort declared = port.declared();
    String name = plain(declared.name().orElse(""));
    boolean mysql = name.startsWith(IstioProtocol.MYSQL.word());
    boolean refused = Starttls.word(name, mysql, port.targetNumber()) != null;
    // The analyzers of Istio refuse the name `tcp` alone.
    if (refused || name.equals(IstioProtocol.TCP.word())) {
      name = IstioProtocol.TCP.word() + "-" + port.number();
    }
    return lines(alias, declared, name, port.speaksTls() ? IstioProtocol.TCP : null);
  }

  /** Returns the lines that declare that the workload itself uses TLS. */
  static String linesWithTls(EgressAlias alias, ServicePort port) {
    StringBuilder name = new StringBuilder(IstioProtocol.TLS.word());
    for (String word : PortWords.of(port.name().orElse(""))) {
      if (!word.equals(IstioProtocol.TCP.word()) && !unencrypted(word).isEmpty()) {
        name.append('-').append(word);
      }
    }
    return lines(alias, port, name.toString(), IstioProtocol.TLS);
  }

  static String plain(String name) {
    StringBuilder plain = new StringBuilder();
    for (String word : PortWords.of(name)) {
      String unencrypted = unencrypted(word);
      if (!unencrypted.isEmpty()) {
        plain.append(plain.isEmpty() ? "" : "-").append(unencrypted);
      }
    }
    Optional<IstioProtocol> protocol = IstioProtocol.ofName(plain.toString());
    if (protocol.isPresent() && !protocol.get().isHttp()) {
      return plain.toString();
    }
    return IstioProtocol.TCP.word() + (plain.isEmpty() ? "" : "-" + plain);
  }

  private static String lines(
      EgressAlias alias, ServicePort port, String name, @Nullable IstioProtocol protocol) {
    String label = NearestLabel.label(name, IstioProtocol.TCP.word());
    String named = "`name: " + PortWords.unused(label, port, alias) + "`";
    return port.appProtocol().isEmpty() || protocol == null
        ? named
        : named + " and `appProtocol: " + protocol.word() + "`";
  }
}
