package io.egressalias.lint;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the rules that a proxy uses for a host, in Istio's order: those in the namespace of the
 * caller, those in the namespace of the host, those in the root namespace.
 */
final class RuleLookup {
  /** A namespace of callers that has no objects of its own. */
  static final String ELSEWHERE = "";

  /**
   * More rules of one host are not judged as seen from each of their namespaces. A rule for all
   * hosts would be judged once for each host.
   */
  private static final int MOST = 100;

  private final HostTable hosts;

  RuleLookup(HostTable hosts) {
    this.hosts = hosts;
  }

  /** Returns the first rules whose host is this one or includes it, in any namespace. */
  List<RuleView> candidates(HostObjects host) {
    List<HostObjects> wildcards = hosts.wildcards(host.host());
    if (wildcards.isEmpty()) {
      return host.rules.size() > MOST ? host.rules.subList(0, MOST) : host.rules;
    }
    List<RuleView> candidates = new ArrayList<>();
    add(host.rules, candidates);
    for (HostObjects wildcard : wildcards) {
      if (!wildcard.equals(host)) {
        add(wildcard.rules, candidates);
      }
    }
    return candidates;
  }

  private static void add(List<RuleView> rules, List<RuleView> candidates) {
    for (int i = 0; i < rules.size() && candidates.size() < MOST; i++) {
      candidates.add(rules.get(i));
    }
  }

  /** Returns whether a host with {@code *} at its start includes another host. */
  static boolean includes(String wildcard, String host) {
    return wildcard.startsWith("*") && host.endsWith(wildcard.substring(1));
  }

  /** Returns the rules that callers of a namespace use, which Istio merges; empty: none. */
  MergedRules used(HostDefinition definition, String caller) {
    HostObjects host = definition.host();
    MergedRules used = mostSpecific(host, caller, caller);
    if (used.isEmpty()) {
      used = mostSpecific(host, definition.namespace(), caller);
    }
    return used.isEmpty() ? mostSpecific(host, HostTable.ROOT_NAMESPACE, caller) : used;
  }

  /** Returns the rules of a namespace with the longest host of those that a caller sees. */
  private MergedRules mostSpecific(HostObjects host, String namespace, String caller) {
    MergedRules found = host.rules(namespace, caller);
    if (!found.isEmpty()) {
      return found;
    }
    for (HostObjects wildcard : hosts.wildcards(host.host())) {
      found = wildcard.rules(namespace, caller);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found;
  }
}
