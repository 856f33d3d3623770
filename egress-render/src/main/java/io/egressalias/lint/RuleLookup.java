package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the rules that a proxy uses for a host, in Istio's order: those in the namespace of the
 * caller, those in the namespace of the host, those in the root namespace.
 */
final class RuleLookup {
  /** A namespace of callers that has no objects of its own. */
  static final String ELSEWHERE = "";

  /** More rules of one host are not compared with one another, so that the time is limited. */
  private static final int MOST = 100;

  private final HostTable hosts;

  RuleLookup(HostTable hosts) {
    this.hosts = hosts;
  }

  /** Returns the first rules whose host is this one or includes it, in any namespace. */
  List<RuleView> candidates(HostObjects host) {
    List<RuleView> all = all(host);
    return all.size() > MOST ? all.subList(0, MOST) : all;
  }

  private List<RuleView> all(HostObjects host) {
    List<RuleView> wildcards = hosts.wildcardRules(host.host());
    if (wildcards.isEmpty()) {
      return host.rules;
    }
    List<RuleView> candidates = new ArrayList<>(host.rules);
    for (RuleView rule : wildcards) {
      if (!rule.host().equals(host.host())) {
        candidates.add(rule);
      }
    }
    return candidates;
  }

  /** Returns whether a host with {@code *} at its start includes another host. */
  static boolean includes(String wildcard, String host) {
    return wildcard.startsWith("*") && host.endsWith(wildcard.substring(1));
  }

  /** Returns the rules that callers of a namespace use, which Istio merges; empty: none. */
  List<RuleView> used(HostDefinition definition, String caller) {
    HostObjects host = definition.host();
    List<RuleView> used = mostSpecific(hosts.rules(host, caller), caller);
    if (used.isEmpty()) {
      used = mostSpecific(hosts.rules(host, definition.namespace()), caller);
    }
    return used.isEmpty()
        ? mostSpecific(hosts.rules(host, HostTable.ROOT_NAMESPACE), caller)
        : used;
  }

  private static List<RuleView> mostSpecific(List<RuleView> candidates, String caller) {
    List<RuleView> found = new ArrayList<>();
    for (RuleView rule : candidates) {
      if (!rule.isVisibleIn(caller)) {
        continue;
      }
      if (!found.isEmpty() && weight(rule) > weight(found.get(0))) {
        found.clear();
      }
      if (found.isEmpty() || weight(rule) == weight(found.get(0))) {
        found.add(rule);
      }
    }
    return found;
  }

  private static int weight(RuleView rule) {
    return rule.host().startsWith("*") ? rule.host().length() : Integer.MAX_VALUE;
  }

  /** Returns whether one of the rules has a subset. */
  static boolean hasSubset(List<RuleView> rules, String subset) {
    for (RuleView rule : rules) {
      if (rule.subset(subset).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the TLS settings of merged rules for a port, and for a subset if it is not empty. Istio
   * keeps the policy of the oldest rule; which one is the oldest is not in the manifests, so
   * settings that originate TLS count first.
   */
  static Optional<TlsView> tls(List<RuleView> rules, String subset, int port) {
    Optional<TlsView> found = Optional.empty();
    for (RuleView rule : rules) {
      Optional<Field> tls = subset.isEmpty() ? rule.tls(port) : rule.tls(subset, port);
      if (tls.isPresent()) {
        TlsView view = new TlsView(rule, tls.get());
        if (found.isEmpty() || (view.originates() && !found.get().originates())) {
          found = Optional.of(view);
        }
      }
    }
    return found;
  }
}
