package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Rules about the protocol that a port declares. They apply in a mesh, unless they say otherwise.
 */
final class ProtocolRules implements AliasRule {
  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    if (!alias.platform().istio().present()) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      contradiction(alias, ports.get(i), alias.port(i), findings);
      grpc(alias, ports.get(i), alias.port(i), findings);
      externalName(alias, ports.get(i), alias.port(i), findings);
    }
  }

  private static void contradiction(
      AliasScope alias, ResolvedPort resolved, FieldPath path, FindingCollector findings) {
    ServicePort port = resolved.declared();
    if (port.name().isEmpty()) {
      return;
    }
    Optional<IstioProtocol> byName = IstioProtocol.ofName(port.name().get());
    Optional<IstioProtocol> real = resolved.protocol();
    if (byName.isEmpty() || real.isEmpty()) {
      return;
    }
    if (real.get() == IstioProtocol.UDP && port.protocol() != Protocol.UDP) {
      findings.add(
          Rule.UDP_NAME,
          passes(alias) ? Severity.WARNING : Severity.ERROR,
          path.key(port.appProtocol().isPresent() ? "appProtocol" : "name"),
          "Istio treats the port as UDP and ignores it, but its protocol is `%s`"
              .formatted(port.protocol()),
          "Write `%s`, or declare `protocol: UDP`"
              .formatted(SuggestedPortName.sayingProtocol(port, IstioProtocol.TCP)));
    } else if (!agree(byName.get(), real.get())) {
      findings.add(
          Rule.PROTOCOL_CONTRADICTION,
          path.key("name"),
          "the name starts with `%s`, but the protocol of the port is `%s`"
              .formatted(byName.get().word(), real.get().word()),
          "Write `name: %s`, or correct `%s`"
              .formatted(
                  SuggestedPortName.renamed(port, real.get()),
                  port.protocol() == Protocol.UDP ? "protocol" : "appProtocol"));
    }
  }

  /** Returns whether a sidecar passes on the traffic of a port that it ignores. */
  private static boolean passes(AliasScope alias) {
    return alias.resolved().leavesMesh()
        && !alias.resolved().isRouted()
        && !alias.platform().blocksUnknownHosts();
  }

  /** Names of the same family are not misleading: http for grpc, tls for https, tcp for redis. */
  private static boolean agree(IstioProtocol name, IstioProtocol real) {
    boolean bytes = name == IstioProtocol.TCP && !real.isHttp() && real != IstioProtocol.UDP;
    return name == real
        || bytes
        || (name.isHttp() && real.isHttp())
        || (name.isTls() && real.isTls());
  }

  private static void grpc(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    if (alias.resolved().isRouted() && isGrpcByAnotherName(port)) {
      String name = port.declared().name().orElse("");
      findings.add(
          Rule.GRPC_ON_HTTP_PORT,
          path.key("name"),
          "the name `"
              + name
              + "` contains `grpc`, but the protocol of the port is `http`, which loses the status"
              + " of gRPC calls",
          "Write `%s`, or rename the port to `http-%s` if it does not carry gRPC"
              .formatted(SuggestedPortName.sayingGrpc(port.declared()), port.number()));
    }
  }

  private static boolean isGrpcByAnotherName(ResolvedPort port) {
    return port.protocol().orElse(null) == IstioProtocol.HTTP
        && port.declared().name().orElse("").toLowerCase(Locale.ROOT).contains("grpc");
  }

  private static void externalName(
      AliasScope alias, ResolvedPort resolved, FieldPath path, FindingCollector findings) {
    if (!alias.resolved().isExternalNameService()) {
      return;
    }
    ServicePort port = resolved.declared();
    boolean old = !PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform());
    if (port.name().orElse("").equals("tcp")) {
      findings.add(
          Rule.TCP_NAME,
          old ? Severity.ERROR : Severity.INFO,
          path.key("name"),
          old
              ? "the port of an external name has the name `tcp` without a suffix"
              : "`istioctl analyze` reports the name `tcp` without a suffix (IST0150), although"
                  + " sidecars ignore the ports of an external name",
          "Write a name such as `name: tcp-" + port.port() + "`");
    }
    // A listener that detects the protocol captures all other traffic as well.
    boolean captures =
        port.protocol() == Protocol.TCP && !resolved.speaksHttp() && !resolved.speaksTls();
    if (captures && old && alias.resolved().isExternal()) {
      findings.add(
          Rule.TCP_LISTENER,
          path,
          "sidecars before Istio 1.21 send all TCP traffic on port `"
              + port.port()
              + "` to this host, whatever its destination",
          SharedPortRule.ownAddress(alias));
    }
  }
}
