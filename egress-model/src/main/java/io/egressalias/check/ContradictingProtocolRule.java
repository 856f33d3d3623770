package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.ServicePort;
import io.egressalias.resolve.ResolvedPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds that two aliases call what one port of one address speaks by different names. Keeps what it
 * has seen: one for each set.
 */
final class ContradictingProtocolRule implements AliasRule {
  private static final int HTTP = 1;
  private static final int TLS = 2;

  /** What is said first of each port of each address. */
  private final Map<String, Said> seen = new HashMap<>();

  /** What an alias says of a port. */
  private record Said(int flags, IstioProtocol protocol, boolean originated, String alias) {

    String words() {
      return "`" + protocol.word() + "`" + (originated ? " with originated TLS" : "");
    }
  }

  @Override
  public void check(AliasScope alias, FindingCollector findings) {
    Optional<List<String>> addresses = alias.resolved().addresses();
    if (addresses.isEmpty() || !alias.platform().istio().present()) {
      return;
    }
    List<ResolvedPort> ports = alias.resolved().ports();
    for (int i = 0; i < ports.size(); i++) {
      Said said = said(alias, ports.get(i));
      if (said != null) {
        port(alias, i, said, addresses.get(), findings);
      }
    }
  }

  private static @Nullable Said said(AliasScope alias, ResolvedPort port) {
    Optional<IstioProtocol> protocol = port.protocol();
    if (protocol.isEmpty()) {
      return null;
    }
    boolean encrypted = protocol.get().isTls() || port.originates();
    int flags = (protocol.get().isHttp() ? HTTP : 0) | (encrypted ? TLS : 0);
    return new Said(flags, protocol.get(), port.originates(), alias.declared().name());
  }

  private void port(
      AliasScope alias, int index, Said said, List<String> addresses, FindingCollector findings) {
    ResolvedPort port = alias.resolved().ports().get(index);
    for (String address : addresses) {
      Said first = first(address, port, said);
      if (first != null) {
        String here =
            "port `%s` of `%s` has the protocol %s here"
                .formatted(port.targetNumber(), address, said.words());
        String there = first.words() + " in the alias `" + Quoted.shortened(first.alias()) + "`";
        findings.add(
            Rule.CONTRADICTING_PROTOCOL,
            alias.port(index),
            here + " and " + there,
            remedy(port.declared(), said, first));
        return;
      }
    }
  }

  private static String remedy(ServicePort port, Said said, Said first) {
    String line = SuggestedPortName.sayingProtocol(port, first.protocol());
    String other = Quoted.shortened(first.alias());
    return said.originated() || first.originated()
        ? "Declare the same protocol and the same `tls` here and in the alias `" + other + "`"
        : "Write `" + line + "`, or correct the protocol in the alias `" + other + "`";
  }

  /** Returns what contradicts; keeps what is said here, if it is the first of the port. */
  private @Nullable Said first(String address, ResolvedPort port, Said said) {
    String place = port.targetNumber() + "/" + port.declared().protocol() + "/" + address;
    Said first = seen.putIfAbsent(place, said);
    return first != null && contradict(first.flags(), said.flags()) ? first : null;
  }

  /** TLS around HTTP is HTTPS to whom it passes by: neither contradicts the other. */
  private static boolean contradict(int first, int second) {
    return (first & TLS) != (second & TLS) || ((first & TLS) == 0 && first != second);
  }
}
