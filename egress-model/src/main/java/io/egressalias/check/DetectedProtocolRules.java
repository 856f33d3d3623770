package io.egressalias.check;

import io.egressalias.diagnostic.FieldPath;
import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.diagnostic.Severity;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rules about ports that do not declare their protocol. Istio detects it in the direct form. The
 * routed form needs it, because the kind of the route depends on it.
 */
final class DetectedProtocolRules implements AliasRule {
  /** The numbers of protocols in which the server sends first, for which Istio detects nothing. */
  private static final Set<Integer> ASSUMED_TCP = Set.of(25, 53, 3306, 27017);

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    boolean mesh = alias.platform().istio().present();
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      ResolvedPort port = ports.get(i);
      FieldPath path = alias.port(i);
      if (port.declared().appProtocol().isPresent()) {
        appProtocol(alias, port, mesh, path.key("appProtocol"), findings);
      } else if (mesh && port.protocol().isEmpty() && port.declared().name().isPresent()) {
        name(alias, port, path.key("name"), findings);
      }
      if (port.declared().name().isEmpty()) {
        noName(alias, port, mesh, path.key("name"), findings);
      }
    }
  }

  private static void noName(
      AliasScope alias,
      ResolvedPort port,
      boolean mesh,
      FieldPath path,
      FindingCollector findings) {
    boolean needed = alias.declared().ports().size() > 1 || alias.resolved().isRouted();
    if (!needed && (!mesh || port.protocol().isPresent() || saysProtocol(port))) {
      return;
    }
    Severity severity = needed ? Severity.ERROR : severity(alias, port);
    findings.add(
        Rule.PORT_NAME_MISSING,
        severity,
        path,
        "expected a name for port `"
            + port.number()
            + "`, found none"
            + consequence(severity, port),
        "Add `name: " + SuggestedPortName.suggestedName(port, alias.resolved().ports()) + "`");
  }

  /** A value of {@code appProtocol} that Istio does not know is reported by itself. */
  private static boolean saysProtocol(ResolvedPort port) {
    return port.declared().appProtocol().isPresent();
  }

  private static void name(
      AliasScope alias, ResolvedPort port, FieldPath path, FindingCollector findings) {
    String name = port.declared().name().orElse("");
    if (!NameGrammar.isLabel(name)) {
      return;
    }
    Severity severity = severity(alias, port);
    IstioProtocol likely = LikelyProtocol.of(port.declared(), port.originates());
    findings.add(
        Rule.PROTOCOL_UNKNOWN,
        severity,
        path,
        "expected a name that starts with the protocol, found `"
            + Quoted.shortened(name)
            + "`"
            + consequence(severity, port),
        // A name of TLS is the name of the server's protocol if the sidecar originates TLS.
        port.originates() && TlsNames.isOn(port)
            ? "Write " + TlsNames.linesWithoutTls(alias.declared(), port)
            : "Write `name: %s`, or add `appProtocol: %s`"
                .formatted(SuggestedPortName.withProtocol(port, name), likely.word()));
  }

  private static void appProtocol(
      AliasScope alias,
      ResolvedPort port,
      boolean mesh,
      FieldPath path,
      FindingCollector findings) {
    String word = port.declared().appProtocol().orElse("");
    if (!NameGrammar.isQualified(word)) {
      findings.add(
          Rule.APP_PROTOCOL,
          path,
          "expected a word or `prefix/word`, found `" + Quoted.shortened(word) + "`",
          write(port, word));
    } else if (mesh && port.declared().protocol() != Protocol.UDP) {
      ofMesh(alias, port, word, path, findings);
    }
  }

  private static void ofMesh(
      AliasScope alias, ResolvedPort port, String word, FieldPath path, FindingCollector findings) {
    Optional<IstioProtocol> known = port.protocol();
    if (known.isEmpty() || known.get() == IstioProtocol.UDP) {
      Severity severity = known.isPresent() ? Severity.ERROR : severity(alias, port);
      findings.add(
          Rule.APP_PROTOCOL,
          severity,
          path,
          "expected one of "
              + words()
              + ", found `"
              + Quoted.shortened(word)
              + "`"
              + consequence(severity, port),
          write(port, word));
    } else if (IstioProtocol.ofWord(word).isEmpty()) {
      findings.add(
          Rule.APP_PROTOCOL,
          Severity.INFO,
          path,
          "Istio treats `%s` as `%s`, but `istioctl validate` refuses it"
              .formatted(Quoted.shortened(word), known.get().word()),
          "Write `appProtocol: " + known.get().word() + "` if `istioctl validate` is used");
    }
  }

  /** Returns how severe it is that Istio does not read the protocol of a port. */
  private static Severity severity(AliasScope alias, ResolvedPort port) {
    if (alias.resolved().isRouted()) {
      return Severity.ERROR;
    }
    boolean ignored =
        port.declared().protocol() != Protocol.TCP
            || (alias.resolved().isExternalNameService()
                && PlatformFact.EXTERNAL_NAME_IS_ALIAS.holds(alias.platform()));
    return ignored ? Severity.INFO : Severity.WARNING;
  }

  private static String consequence(Severity severity, ResolvedPort port) {
    return switch (severity) {
      case ERROR -> "";
      case WARNING ->
          ASSUMED_TCP.contains(port.number())
              ? ", so Istio assumes TCP because of the number"
              : ", so Istio detects the protocol, and a connection hangs if the server sends first";
      case INFO -> ", which `istioctl validate` refuses, although sidecars ignore this port";
    };
  }

  private static String words() {
    return Arrays.stream(IstioProtocol.values())
        .filter(protocol -> protocol != IstioProtocol.UDP)
        .map(protocol -> "`" + protocol.word() + "`")
        .collect(Collectors.joining(", "));
  }

  private static String write(ResolvedPort port, String word) {
    ServicePort declared = port.declared();
    IstioProtocol likely =
        LikelyProtocol.said(word)
            .or(() -> declared.name().flatMap(IstioProtocol::ofName))
            .filter(protocol -> protocol != IstioProtocol.UDP)
            .orElseGet(() -> LikelyProtocol.of(declared, port.originates()));
    return "Write `appProtocol: " + likely.word() + "`";
  }
}
