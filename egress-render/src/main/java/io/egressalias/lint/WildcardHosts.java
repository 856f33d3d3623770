package io.egressalias.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the hosts that a host with {@code *} at its start includes. */
final class WildcardHosts {
  private final HostTable hosts;

  /** The hosts of each host that begins with {@code *.} and has rules, once one is asked for. */
  private @Nullable Map<String, List<HostObjects>> included;

  WildcardHosts(HostTable hosts) {
    this.hosts = hosts;
  }

  /** Returns whether a host has {@code *} as its first label, without which Istio refuses it. */
  static boolean isUsual(String host) {
    return host.startsWith("*.") || host.equals("*");
  }

  /** Returns the hosts, in the order in which the inputs name them. */
  List<HostObjects> includedBy(String wildcard) {
    if (isUsual(wildcard)) {
      if (included == null) {
        included = index();
      }
      return included.getOrDefault(wildcard, List.of());
    }
    List<HostObjects> found = new ArrayList<>();
    for (HostObjects host : hosts.all()) {
      if (RuleLookup.includes(wildcard, host.host())) {
        found.add(host);
      }
    }
    return found;
  }

  private Map<String, List<HostObjects>> index() {
    Map<String, List<HostObjects>> index = new HashMap<>();
    for (HostObjects host : hosts.all()) {
      for (HostObjects wildcard : hosts.wildcards(host.host())) {
        index.computeIfAbsent(wildcard.host(), key -> new ArrayList<>()).add(host);
      }
    }
    return index;
  }
}
