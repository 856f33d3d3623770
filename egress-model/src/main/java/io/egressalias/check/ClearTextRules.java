package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Optional;

/** Rules about the ports whose traffic leaves the mesh as the workload sends it. */
final class ClearTextRules implements AliasRule {

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().leavesMesh()) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (!ports.get(i).originates() && isClear(alias, ports.get(i))) {
        clearText(alias, i, findings);
      }
    }
  }

  /**
   * A port whose protocol Istio detects sends what the workload sends, unless its name or number
   * says TLS. In the routed form another rule reports such a port.
   */
  private static boolean isClear(AliasScope alias, ResolvedPort port) {
    Optional<IstioProtocol> protocol = port.protocol();
    if (port.declared().protocol() != Protocol.TCP) {
      return false;
    }
    return protocol.isPresent()
        ? !protocol.get().isTls() && protocol.get() != IstioProtocol.UDP
        : !alias.resolved().isRouted() && !LikelyProtocol.isWithinTls(port.declared());
  }

  private static void clearText(AliasScope alias, int index, FindingCollector findings) {
    ServicePort port = alias.declared().ports().get(index);
    ResolvedPort resolved = alias.resolved().ports().get(index);
    String start = Starttls.word(resolved);
    if (start != null && Starttls.isSsh(start)) {
      return;
    }
    String word = resolved.protocol().isPresent() ? resolved.protocol().get().word() : "";
    String name = port.name().orElse(word);
    String said = "`" + port.port() + "`" + (name.isEmpty() ? "" : " (`" + name + "`)");
    if (alias.effective().tls(port).isEmpty()) {
      findings.add(
          Rule.TLS_LEFT_OPEN,
          alias.port(index),
          "port " + said + " sends unencrypted traffic out of the mesh, and `tls` is not declared",
          undeclared(alias, resolved, start != null));
    } else {
      findings.add(
          Rule.CLEAR_TEXT,
          place(alias, index),
          "the traffic that workloads send to port " + said + " leaves the mesh unchanged",
          disabled(alias, resolved, start != null));
    }
  }

  private static String undeclared(AliasScope alias, ResolvedPort port, boolean starttls) {
    if (TlsNames.isOn(port)) {
      return "Write "
          + TlsNames.linesWithTls(alias.declared(), port.declared())
          + " if the workload itself encrypts the traffic, or declare `tls: {mode: DISABLE}` if"
          + " unencrypted traffic is intended";
    }
    String intended =
        "Declare `tls: {mode: DISABLE}` if unencrypted traffic is intended, or if the ";
    if (starttls) {
      return intended + "client requests TLS from the server";
    }
    return intended
        + "workload itself encrypts the traffic"
        + (OriginationAdvice.isAccepted(alias, port)
            ? ", or declare " + OriginationAdvice.field(alias) + " to encrypt the traffic"
            : "");
  }

  private static FieldPath place(AliasScope alias, int index) {
    if (alias.declared().ports().get(index).tls().isPresent()) {
      return alias.port(index).key("tls").key("mode");
    }
    return isOfOnlyPort(alias) ? alias.path("tls").key("mode") : alias.port(index);
  }

  /** Returns whether the TLS of the alias is that of its only port. */
  private static boolean isOfOnlyPort(AliasScope alias) {
    return alias.declared().ports().size() == 1 && alias.declared().tls().isPresent();
  }

  private static String disabled(AliasScope alias, ResolvedPort port, boolean starttls) {
    if (starttls) {
      return "Keep `tls: {mode: DISABLE}`, and let the client request TLS";
    }
    if (TlsNames.isOn(port)) {
      return "Keep `tls: {mode: DISABLE}`, or write "
          + TlsNames.linesWithTls(alias.declared(), port.declared())
          + " if the workload itself encrypts the traffic";
    }
    if (!OriginationAdvice.isAccepted(alias, port)) {
      return "Keep `tls: {mode: DISABLE}`, and let the workload encrypt the traffic if the server"
          + " accepts TLS";
    }
    boolean declaredHere = port.declared().tls().isPresent() || isOfOnlyPort(alias);
    return (declaredHere
            ? "Write " + OriginationAdvice.entries(alias)
            : "Declare " + OriginationAdvice.field(alias))
        + " if the server accepts TLS and the workload does not use it";
  }
}
