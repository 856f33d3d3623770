package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Optional;

/**
 * Rules about the ports on which TLS is originated. {@link ClearTextRules} checks the other ports,
 * {@link OriginationRules} the fields of TLS.
 */
final class TlsRules implements AliasRule {
  private static final int CLEAR_HTTP = 80;

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().leavesMesh()) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (ports.get(i).originates()) {
        originating(alias, i, findings);
      }
    }
  }

  private static void originating(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    ResolvedPort resolved = alias.resolved().ports().get(index);
    String start = Starttls.word(resolved);
    if (port.protocol() != Protocol.TCP) {
      findings.add(
          Rule.TLS_OF_DATAGRAMS,
          place(alias, index),
          "TLS needs TCP, and port `%s` has `protocol: %s`".formatted(port.port(), port.protocol()),
          alias.declared().ports().stream().anyMatch(p -> p.protocol() == Protocol.TCP)
              ? "Move the port to another alias with `tls: {mode: DISABLE}`"
              : disable(port));
    } else if (resolved.speaksTls()) {
      findings.add(
          Rule.DOUBLE_TLS,
          place(alias, index),
          "the workload itself encrypts port `%s` (`%s`), and the `tls` of the %s adds a second layer of TLS"
              .formatted(
                  port.port(),
                  resolved.protocol().map(IstioProtocol::word).orElse(""),
                  holder(alias, port)),
          disable(port) + unencrypted(alias, resolved));
    } else if (start != null) {
      starttls(alias, index, start, findings);
    } else if (resolved.protocol().isPresent() && TlsNames.isOn(resolved)) {
      findings.add(
          Rule.DOUBLE_TLS,
          Severity.WARNING,
          place(alias, index),
          "the name `%s` of port `%s` contains the name of a protocol with TLS, and the `tls` of the %s adds another layer of TLS"
              .formatted(port.name().orElse(""), port.port(), holder(alias, port)),
          disable(port)
              + " if the workload itself encrypts the traffic, or write "
              + TlsNames.linesWithoutTls(alias.declared(), resolved)
              + " if it sends unencrypted traffic");
    } else if (port.port() == CLEAR_HTTP && port.targetPort().isEmpty()) {
      findings.add(
          Rule.ORIGINATION_ON_CLEAR_PORT,
          alias.port(index).key("port"),
          "TLS is originated to port `80` of the server, where servers expect unencrypted traffic",
          "Add `targetPort: 443`, or add `targetPort: 80` if the server accepts TLS on port 80");
    }
  }

  private static FieldPath place(AliasScope alias, int index) {
    boolean own = alias.declared().ports().get(index).tls().isPresent();
    return own ? alias.port(index).key("tls").key("mode") : alias.port(index);
  }

  /** Returns the word for the map that declares the TLS of a port. */
  private static String holder(AliasScope alias, ServicePort port) {
    if (port.tls().isPresent()) {
      return "port";
    }
    return alias.inheritsTls() ? "declaration" : "alias";
  }

  private static String disable(ServicePort port) {
    return port.tls().isPresent()
        ? "Write `mode: DISABLE`"
        : "Add `tls: {mode: DISABLE}` to this port";
  }

  private static void starttls(
      AliasScope alias, int index, String word, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    Optional<IstioProtocol> protocol = alias.resolved().ports().get(index).protocol();
    String said = port.name().orElse(protocol.map(IstioProtocol::word).orElse(""));
    boolean ssh = Starttls.isSsh(word);
    boolean mysql = protocol.orElse(null) == IstioProtocol.MYSQL;
    findings.add(
        Rule.STARTTLS,
        place(alias, index),
        (ssh
                ? "the server on port `%s` (`%s`) uses SSH, which has its own encryption and does not use TLS"
                : "the server on port `%s` (`%s`) starts a connection unencrypted and does not accept TLS at the start")
            .formatted(port.port(), said),
        disable(port)
            + (ssh ? "" : " and let the client request TLS")
            + ", or write `name: "
            + PortWords.unused(Starttls.otherName(word), port, alias.declared())
            + "`"
            + (mysql && port.appProtocol().isPresent() ? " and `appProtocol: tcp`" : "")
            + " if this server starts with TLS");
  }

  /**
   * Returns the alternative for a workload that sends unencrypted traffic. It keeps the protocol
   * and the port, except for HTTPS; empty if the server does not start a connection with TLS.
   */
  private static String unencrypted(AliasScope alias, ResolvedPort port) {
    ServicePort declared = port.declared();
    String name = declared.name().orElse("");
    if (isHttps(port, name)) {
      return ", or write `name: %s`, %s`port: %s` and `targetPort: %s` if the workload sends unencrypted HTTP"
          .formatted(
              PortWords.unused("http", declared, alias.declared()),
              declared.appProtocol().isPresent() ? "`appProtocol: http`, " : "",
              alias.freeHttpPort(declared),
              port.targetNumber());
    }
    if (Starttls.word(TlsNames.plain(name), false, port.targetNumber()) != null) {
      return "";
    }
    return ", or write "
        + TlsNames.linesWithoutTls(alias.declared(), port)
        + " if the workload sends unencrypted traffic";
  }

  /** TLS on these numbers carries HTTP if the name contains nothing else. */
  private static boolean isHttps(ResolvedPort port, String name) {
    int number = port.targetNumber();
    return port.protocol().orElse(null) == IstioProtocol.HTTPS
        || ((number == 443 || number == 8443) && PortWords.isBare(PortWords.of(name)));
  }
}
