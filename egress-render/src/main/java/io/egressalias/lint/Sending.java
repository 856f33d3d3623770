package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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

  /** Returns what the sidecars of a namespace do. */
  static Sending of(
      HostTable hosts, RuleLookup lookup, HostDefinition target, HostPort port, String caller) {
    String subset = "";
    for (Field route : SidecarRoutes.of(hosts, target.host(), port, caller)) {
      Optional<Field> destination = first(route);
      if (destination.isEmpty() || leaves(destination.get(), hosts, target, port)) {
        return new Sending(Kind.ROUTED, Optional.empty(), "");
      }
      subset = destination.get().at("subset").text();
      break;
    }
    List<RuleView> rules = lookup.used(target, caller);
    if (!subset.isEmpty() && !RuleLookup.hasSubset(rules, subset)) {
      return new Sending(Kind.CLOSED, Optional.empty(), subset);
    }
    return new Sending(Kind.DIRECT, RuleLookup.tls(rules, subset, port.number()), subset);
  }

  private static Optional<Field> first(Field route) {
    List<Field> destinations = route.at("route").items();
    return destinations.isEmpty()
        ? Optional.empty()
        : Optional.of(destinations.get(0).at("destination"));
  }

  private static boolean leaves(
      Field destination, HostTable hosts, HostDefinition target, HostPort port) {
    String host = hosts.resolve(destination.at("host").text(), destination.object());
    OptionalInt number = destination.at("port").at("number").number();
    return !host.equals(target.host().host())
        || (number.isPresent() && number.getAsInt() != port.number());
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
