package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Optional;

/** Rules about the ports that TLS applies to. {@link OriginationRules} checks the fields of TLS. */
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
      } else {
        clearText(alias, i, findings);
      }
    }
  }

  private static void originating(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    ResolvedPort resolved = alias.resolved().ports().get(index);
    Optional<IstioProtocol> protocol = resolved.protocol();
    boolean own = port.tls().isPresent();
    FieldPath place = own ? alias.port(index).key("tls").key("mode") : alias.port(index);
    String disable = own ? "Write `mode: DISABLE`" : "Add `tls: {mode: DISABLE}` to this port";
    if (port.protocol() != Protocol.TCP) {
      findings.add(
          Rule.TLS_OF_DATAGRAMS,
          place,
          "TLS needs TCP, and port `%s` has `protocol: %s`".formatted(port.port(), port.protocol()),
          alias.declared().ports().stream().anyMatch(p -> p.protocol() == Protocol.TCP)
              ? "Move the port to another alias with `tls: {mode: DISABLE}`"
              : disable);
    } else if (protocol.isPresent() && protocol.get().isTls()) {
      findings.add(
          Rule.DOUBLE_TLS,
          place,
          "the workload itself encrypts port `%s` (`%s`), and the `tls` of the %s adds a second layer of TLS"
              .formatted(port.port(), protocol.get().word(), own ? "port" : "alias"),
          disable
              + ", or replace the port with `{name: http, port: 80, targetPort: %s}` if the workload"
                  .formatted(resolved.targetNumber())
              + " sends unencrypted traffic");
    } else if (Starttls.isSpokenOn(resolved)) {
      findings.add(
          Rule.STARTTLS,
          place,
          "the server on port `%s` (`%s`) starts a connection unencrypted and does not accept TLS at the start"
              .formatted(
                  port.port(), port.name().orElse(protocol.map(IstioProtocol::word).orElse(""))),
          disable
              + " and let the client request TLS, or write `name: tcp-db`"
              + (protocol.filter(p -> p == IstioProtocol.MYSQL).isPresent()
                      && port.appProtocol().isPresent()
                  ? " and `appProtocol: tcp`"
                  : "")
              + " if this server starts with TLS");
    } else if (port.port() == CLEAR_HTTP && port.targetPort().isEmpty()) {
      findings.add(
          Rule.ORIGINATION_ON_CLEAR_PORT,
          alias.port(index).key("port"),
          "TLS is originated to port `80` of the server, where servers expect unencrypted traffic",
          "Add `targetPort: 443`, or add `targetPort: 80` if the server accepts TLS on port 80");
    }
  }

  /**
   * A port whose protocol Istio detects sends what the workload sends, unless its name or number
   * says TLS. In the routed form another rule reports such a port.
   */
  private static void clearText(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    ResolvedPort resolved = alias.resolved().ports().get(index);
    Optional<IstioProtocol> clear = resolved.protocol();
    boolean known = clear.isPresent();
    if (port.protocol() != Protocol.TCP
        || (known && (clear.get().isTls() || clear.get() == IstioProtocol.UDP))
        || (!known && (alias.resolved().isRouted() || LikelyProtocol.isWithinTls(port)))) {
      return;
    }
    boolean starttls = Starttls.isSpokenOn(resolved);
    String name = port.name().orElse(known ? clear.get().word() : "");
    String said = "`" + port.port() + "`" + (name.isEmpty() ? "" : " (`" + name + "`)");
    if (alias.declared().tls(port).isEmpty()) {
      findings.add(
          Rule.TLS_LEFT_OPEN,
          alias.port(index),
          "port " + said + " sends unencrypted traffic out of the mesh, and `tls` is not declared",
          "Declare `tls: {mode: DISABLE}` if unencrypted traffic is intended, or if the "
              + (starttls
                  ? "client requests TLS from the server"
                  : "workload itself encrypts the traffic, or declare `tls: {mode: SIMPLE}` to encrypt the"
                      + " traffic"));
    } else {
      boolean own = port.tls().isPresent();
      boolean single = alias.declared().ports().size() == 1;
      findings.add(
          Rule.CLEAR_TEXT,
          own
              ? alias.port(index).key("tls").key("mode")
              : single ? alias.path("tls").key("mode") : alias.port(index),
          "the traffic that workloads send to port " + said + " leaves the mesh unchanged",
          starttls
              ? "Keep `tls: {mode: DISABLE}`, and let the client request TLS"
              : (own || single ? "Write `mode: SIMPLE`" : "Declare `tls: {mode: SIMPLE}`")
                  + " if the server accepts TLS and the workload does not use it");
    }
  }
}
