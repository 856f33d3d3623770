package io.egressalias.check;

import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.Form;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Set;

/**
 * Reports HTTP ports that lead to a proxy to which clients send {@code CONNECT}. The name of a port
 * identifies such a proxy. The number identifies it if the name contains nothing about the
 * application.
 */
final class ConnectProxyRule implements AliasRule {
  private static final Set<String> PRODUCTS = Set.of("squid", "tinyproxy", "privoxy", "cntlm");

  /** Words that leave open whether a port with {@code proxy} in its name is such a proxy. */
  private static final Set<String> BESIDE_PROXY =
      Set.of(
          "http",
          "https",
          "proxy",
          "web",
          "forward",
          "egress",
          "outbound",
          "internet",
          "corporate",
          "corp",
          "company",
          "connect");

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().leavesMesh() || !isListening(alias)) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (isProxy(ports.get(i))) {
        findings.add(
            Rule.CONNECT_PROXY,
            alias.port(i),
            "%s answers `CONNECT` on an HTTP port with the status 404, and port `%s` (`%s`) is the port of a proxy"
                .formatted(
                    alias.resolved().form() == Form.WAYPOINT ? "a waypoint" : "a sidecar",
                    ports.get(i).number(),
                    ports.get(i).declared().name().orElse(IstioProtocol.HTTP.word())),
            remedy(alias, ports.get(i)));
      }
    }
  }

  /** Since Istio 1.21, a sidecar ignores the ports of an external name in the direct form. */
  private static boolean isListening(AliasScope alias) {
    return !alias.resolved().isExternalNameService()
        || !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
  }

  private static boolean isProxy(ResolvedPort port) {
    IstioProtocol protocol = port.protocol().orElse(null);
    if (protocol == IstioProtocol.HTTP_PROXY) {
      return true;
    }
    if (protocol != IstioProtocol.HTTP) {
      return false;
    }
    List<String> words = PortWords.of(port.declared().name().orElse(""));
    int number = port.targetNumber();
    return isNamedSo(words) || ((number == 3128 || number == 8888) && PortWords.isBare(words));
  }

  private static boolean isNamedSo(List<String> words) {
    boolean proxy = false;
    boolean open = true;
    for (String word : words) {
      if (PRODUCTS.contains(word)) {
        return true;
      }
      proxy |= word.equals("proxy");
      open &= BESIDE_PROXY.contains(word) || NameGrammar.isNumeric(word);
    }
    return proxy && open;
  }

  private static String remedy(AliasScope alias, ResolvedPort port) {
    ServicePort declared = port.declared();
    return "Write "
        + lines(alias, declared, tcpName(declared.name().orElse("")), IstioProtocol.TCP)
        + (isOnlyHttp(alias, port) ? " and remove `authority`" : "")
        + ", or write "
        + lines(alias, declared, "http-api", IstioProtocol.HTTP)
        + " if clients send no `CONNECT` to this server";
  }

  private static String lines(
      AliasScope alias, ServicePort port, String name, IstioProtocol protocol) {
    return "`name: "
        + PortWords.unused(name, port, alias.declared())
        + "`"
        + (port.appProtocol().isPresent() ? " and `appProtocol: " + protocol.word() + "`" : "");
  }

  private static String tcpName(String name) {
    if (PortWords.isBare(PortWords.of(name))) {
      return "tcp-proxy";
    }
    int dash = name.indexOf('-');
    boolean said = IstioProtocol.ofName(name).isPresent() && dash > 0;
    return NearestLabel.label("tcp-" + (said ? name.substring(dash + 1) : name), "tcp-proxy");
  }

  /** Returns whether {@code authority} has no HTTP port left if this one is TCP. */
  private static boolean isOnlyHttp(AliasScope alias, ResolvedPort port) {
    if (alias.declared().authority().isEmpty()) {
      return false;
    }
    for (ResolvedPort other : alias.resolved().ports()) {
      if (other != port && other.speaksHttp()) {
        return false;
      }
    }
    return true;
  }
}
