package io.egressalias.check;

import io.egressalias.model.PlatformFact;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.ResolvedPort;

/** Decides whether a remedy can advise to originate TLS, and returns the text to type. */
final class OriginationAdvice {
  private OriginationAdvice() {}

  /** Returns whether an alias without an origination is accepted with one on a port. */
  static boolean isAccepted(AliasScope alias, ResolvedPort port) {
    return alias.resolved().leavesMesh()
        && takesTls(port)
        && !alias.declared().headless()
        && !PlatformFact.ISTIO_SYSTEM_AUTHORITIES.isLaterThan(alias.platform())
        && isRoutable(alias);
  }

  /** Returns whether an alias without an origination is accepted with one on every port. */
  static boolean isAcceptedOnEveryPort(AliasScope alias) {
    for (ResolvedPort port : alias.resolved().ports()) {
      if (port.declared().tls().isPresent() || !isAccepted(alias, port)) {
        return false;
      }
    }
    return !alias.resolved().ports().isEmpty();
  }

  /** Returns whether a server may start with TLS on a port whose traffic is not encrypted. */
  static boolean takesTls(ResolvedPort port) {
    return port.declared().protocol() == Protocol.TCP
        && port.protocol().isPresent()
        && !port.speaksTls()
        && !TlsNames.isOn(port)
        && Starttls.word(port) == null;
  }

  /** The routed form carries only TCP, and looks up no names of ports. */
  private static boolean isRoutable(AliasScope alias) {
    for (ServicePort port : alias.declared().ports()) {
      if (port.protocol() != Protocol.TCP
          || port.targetPort().orElse(null) instanceof TargetPort.ByName) {
        return false;
      }
    }
    return true;
  }

  /** Returns the value of {@code tls} to type; an address has no name to verify. */
  static String field(AliasScope alias) {
    return alias.resolved().host().isPresent()
        ? "`tls: {mode: SIMPLE}`"
        : "`tls: {mode: SIMPLE, sni: api.example.com}`";
  }

  /** Returns the entries of a declared {@code tls} to type. */
  static String entries(AliasScope alias) {
    return alias.resolved().host().isPresent()
        ? "`mode: SIMPLE`"
        : "`mode: SIMPLE` and `sni: api.example.com`";
  }
}
