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
          "TLS is for TCP, port %s is `%s`".formatted(port.port(), port.protocol()),
          alias.declared().ports().stream().anyMatch(p -> p.protocol() == Protocol.TCP)
              ? "Declare this port in an alias of its own"
              : disable);
    } else if (protocol.isPresent() && protocol.get().isTls()) {
      findings.add(
          Rule.DOUBLE_TLS,
          place,
          "the workload speaks TLS on port %s by itself (`%s`), and TLS is declared around it%s"
              .formatted(
                  port.port(), protocol.get().word(), own ? "" : ", by the `tls` of the alias"),
          disable
              + ", or write `{name: http, port: 80, targetPort: %s}` if it sends clear text"
                  .formatted(resolved.targetNumber()));
    } else if (Starttls.isSpokenOn(resolved)) {
      findings.add(
          Rule.STARTTLS,
          place,
          "the server on port %s (`%s`) begins in clear text and does not understand TLS at once"
              .formatted(
                  port.port(), port.name().orElse(protocol.map(IstioProtocol::word).orElse(""))),
          disable
              + " and let the client ask for TLS, or write `name: tcp-db`"
              + (protocol.filter(p -> p == IstioProtocol.MYSQL).isPresent()
                      && port.appProtocol().isPresent()
                  ? " and `appProtocol: tcp`"
                  : "")
              + " if this server speaks TLS at once");
    } else if (port.port() == CLEAR_HTTP && port.targetPort().isEmpty()) {
      findings.add(
          Rule.ORIGINATION_ON_CLEAR_PORT,
          alias.port(index).key("port"),
          "TLS is originated to port 80 of the server, where servers expect clear text",
          "Add `targetPort: 443`, or `targetPort: 80` if that is meant");
    }
  }

  /** A port without a known protocol is skipped, because another rule reports it. */
  private static void clearText(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    ResolvedPort resolved = alias.resolved().ports().get(index);
    Optional<IstioProtocol> clear = resolved.protocol();
    if (clear.isEmpty()
        || clear.get().isTls()
        || clear.get() == IstioProtocol.UDP
        || port.protocol() != Protocol.TCP) {
      return;
    }
    boolean starttls = Starttls.isSpokenOn(resolved);
    String said = port.port() + " (`" + port.name().orElse(clear.get().word()) + "`)";
    if (alias.declared().tls(port).isEmpty()) {
      findings.add(
          Rule.TLS_LEFT_OPEN,
          alias.port(index),
          "clear text of port " + said + " leaves the mesh, and nobody says that it may",
          "Declare `tls: {mode: DISABLE}` if it may or if the workload encrypts by itself"
              + (starttls
                  ? "; the client asks such a server for TLS"
                  : ", `tls: {mode: SIMPLE}` to encrypt it"));
    } else {
      boolean own = port.tls().isPresent();
      boolean single = alias.declared().ports().size() == 1;
      findings.add(
          Rule.CLEAR_TEXT,
          own
              ? alias.port(index).key("tls").key("mode")
              : single ? alias.path("tls").key("mode") : alias.port(index),
          "what workloads send to port " + said + " leaves the mesh as it is",
          starttls
              ? "Let the client ask the server for TLS, if it does not yet"
              : "Declare `tls: {mode: SIMPLE}` if the server takes TLS and the workload does not speak it");
    }
  }
}
