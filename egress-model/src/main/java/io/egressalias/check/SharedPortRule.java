package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports two external names that have the same TCP port where sidecars have one listener for both.
 * Stateful: use one instance for each set.
 */
final class SharedPortRule implements AliasRule {
  /** The first alias with each TCP port. */
  private final Map<Integer, First> seen = new HashMap<>();

  private record First(String host, String alias) {}

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.resolved().isExternalNameService()
        || !alias.resolved().leavesMesh()
        || PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform())) {
      return;
    }
    String host = alias.resolved().host().orElse("");
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      if (isListenedTo(ports.get(i))) {
        First here = new First(host, alias.declared().name());
        First first = seen.putIfAbsent(ports.get(i).number(), here);
        if (first != null && !first.host().equals(host)) {
          report(alias, i, first, findings);
        }
      }
    }
  }

  /** A sidecar separates HTTP by the Host header, and TLS by the server name. */
  private static boolean isListenedTo(ResolvedPort port) {
    return port.declared().protocol() == Protocol.TCP && !port.speaksHttp() && !port.speaksTls();
  }

  private static void report(AliasScope alias, int index, First first, FindingCollector findings) {
    boolean known = alias.platform().istio().version().isPresent();
    findings.add(
        Rule.TCP_PORT_TWICE,
        known ? Severity.ERROR : Severity.WARNING,
        alias.port(index).key("port"),
        "sidecars before Istio 1.21 send these calls to `%s`, because the alias `%s` has the same TCP port `%s`"
            .formatted(
                Quoted.shortened(first.host()),
                Quoted.shortened(first.alias()),
                alias.resolved().ports().get(index).number()),
        ownAddress(alias));
  }

  /** The remedy for an external name that shares the listener of its port. */
  static String ownAddress(AliasScope alias) {
    String address =
        "`externalName` with `endpoints: [10.20.0.20]`, with the addresses of the host";
    return alias.platform().istio().version().isPresent()
        ? "Replace %s, or declare a later release, such as %s, if the cluster has one"
            .formatted(address, ReleaseLine.ISTIO)
        : "Declare the release, such as %s, if it is 1.21 or later, or replace %s"
            .formatted(ReleaseLine.ISTIO, address);
  }
}
