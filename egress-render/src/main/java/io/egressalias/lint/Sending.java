package io.egressalias.lint;

import java.util.List;
import java.util.Optional;

/**
 * What a sidecar does with the calls to a port of a host.
 *
 * @param kind where the calls go
 * @param tls the TLS settings that the sidecar uses; empty: none
 * @param subset the subset; empty: none
 */
record Sending(Kind kind, Optional<TlsView> tls, String subset) {
  /** Where the calls go. */
  enum Kind {
    /** To the port. */
    DIRECT,
    /** To another port or host, by a route. */
    ROUTED,
    /** To a subset that no rule has: Istio has no cluster for it. */
    CLOSED
  }

  /**
   * Returns what the sidecars of a namespace do. Of several destinations, that without TLS counts
   * first, and then one that is the port itself.
   */
  static Sending of(
      HostTable hosts, RuleLookup lookup, HostDefinition target, HostPort port, String caller) {
    MergedRules rules = lookup.used(target, caller);
    List<RouteIndex> services = SidecarRoutes.of(hosts, target.host(), port, caller);
    if (services.isEmpty()) {
      return to("", rules, port);
    }
    Sending found = new Sending(Kind.ROUTED, Optional.empty(), "");
    for (RouteIndex routes : services) {
      for (RouteIndex.Leading leading : routes.leading(target.host().host(), port.number())) {
        if (found.isPlain()) {
          return found;
        }
        if (leading.port().isEmpty() || leading.port().getAsInt() == port.number()) {
          Sending next = to(leading.field().at("subset").text(), rules, port);
          found = found.kind == Kind.DIRECT && !next.isPlain() ? found : next;
        }
      }
      if (routes.ends(port.number())) {
        break;
      }
    }
    return found;
  }

  private static Sending to(String subset, MergedRules rules, HostPort port) {
    if (!subset.isEmpty() && !rules.hasSubset(subset)) {
      return new Sending(Kind.CLOSED, Optional.empty(), subset);
    }
    return new Sending(Kind.DIRECT, rules.tls(subset, port.number()), subset);
  }

  /** Returns whether the sidecar sends what the workload sends. */
  boolean isPlain() {
    return kind == Kind.DIRECT
        && (tls.isEmpty()
            || (!tls.get().isOfMesh() && !(tls.get().originates() && tls.get().reachesSidecars())));
  }

  /** Returns whether the sidecar originates TLS towards the target. */
  boolean isOriginated() {
    return kind == Kind.DIRECT
        && tls.isPresent()
        && tls.get().originates()
        && tls.get().reachesSidecars();
  }
}
