package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds that two aliases call what one port of one address speaks by different names. Keeps what it
 * has seen: one for each set.
 */
final class ContradictingProtocolRule implements AliasRule {
  private final Map<List<Object>, Said> seen = new HashMap<>();

  private record Said(boolean http, boolean tls, String word, String alias) {}

  @Override
  public void check(AliasScope alias, Findings findings) {
    if (!(alias.declared().target() instanceof StaticEndpoints target)
        || !alias.platform().istio().present()) {
      return;
    }
    List<ServicePort> ports = alias.declared().ports();
    for (int i = 0; i < ports.size(); i++) {
      Optional<IstioProtocol> protocol = IstioProtocol.of(ports.get(i));
      if (protocol.isPresent()) {
        port(alias, i, protocol.get(), target, findings);
      }
    }
  }

  private void port(
      AliasScope alias,
      int index,
      IstioProtocol protocol,
      StaticEndpoints target,
      Findings findings) {
    ServicePort port = alias.declared().ports().get(index);
    boolean encrypted = protocol.isTls() || alias.declared().originates(port);
    Said said = new Said(protocol.isHttp(), encrypted, protocol.word(), alias.declared().name());
    for (String address : target.addresses()) {
      List<Object> place = List.of(address, port.targetNumber(), port.protocol());
      Said first = seen.putIfAbsent(place, said);
      if (first != null && contradict(first, said)) {
        String here =
            "port " + port.targetNumber() + " of `" + address + "` is `" + said.word() + "` here";
        String there =
            "`" + first.word() + "` in the alias `" + Quoted.shortened(first.alias()) + "`";
        findings.add(
            Rule.CONTRADICTING_PROTOCOL,
            alias.port(index),
            here + " and " + there,
            "Make the protocol the same in both");
        return;
      }
    }
  }

  /** TLS around HTTP is HTTPS to whom it passes by: neither contradicts the other. */
  private static boolean contradict(Said first, Said second) {
    return first.tls() != second.tls() || (!first.tls() && first.http() != second.http());
  }
}
