package io.egressalias.check;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.model.IstioProtocol;
import io.egressalias.resolve.ResolvedPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports two aliases that declare different protocols for the same port of the same address.
 * Stateful: use one instance for each set.
 */
final class ContradictingProtocolRule implements AliasRule {
  private static final int HTTP = 1;
  private static final int TLS = 2;

  /** The first declaration of each port of each address. */
  private final Map<String, Said> seen = new HashMap<>();

  /** The protocol that an alias declares for a port. */
  private record Said(int flags, String word, String alias) {}

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
    return new Said(flags, protocol.get().word(), alias.declared().name());
  }

  private void port(
      AliasScope alias, int index, Said said, List<String> addresses, FindingCollector findings) {
    ResolvedPort port = alias.resolved().ports().get(index);
    for (String address : addresses) {
      Said first = first(address, port, said);
      if (first != null) {
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

  /**
   * Returns the first declaration of the port if it contradicts this one. Records this one if it is
   * the first.
   */
  private @Nullable Said first(String address, ResolvedPort port, Said said) {
    String place = port.targetNumber() + "/" + port.declared().protocol() + "/" + address;
    Said first = seen.putIfAbsent(place, said);
    return first != null && contradict(first.flags(), said.flags()) ? first : null;
  }

  /** HTTP and TLS together are HTTPS, which contradicts neither of them. */
  private static boolean contradict(int first, int second) {
    return (first & TLS) != (second & TLS) || ((first & TLS) == 0 && first != second);
  }
}
