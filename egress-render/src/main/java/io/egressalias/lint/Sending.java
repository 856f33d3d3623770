package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import java.util.ArrayList;
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

  /**
   * Returns what the sidecars of a namespace do. Of several destinations, that without TLS counts
   * first, and then one that is the port itself.
   */
  static Sending of(
      HostTable hosts, RuleLookup lookup, HostDefinition target, HostPort port, String caller) {
    List<RuleView> rules = lookup.used(target, caller);
    List<Field> routes = SidecarRoutes.of(hosts, target.host(), port, caller);
    if (routes.isEmpty()) {
      return to("", rules, port);
    }
    Sending found = new Sending(Kind.ROUTED, Optional.empty(), "");
    for (Field route : routes) {
      for (Field destination : destinations(route)) {
        if (found.isPlain()) {
          return found;
        }
        if (!leaves(destination, hosts, target, port)) {
          Sending next = to(destination.at("subset").text(), rules, port);
          found = found.kind == Kind.DIRECT && !next.isPlain() ? found : next;
        }
      }
      if (!SidecarRoutes.isConditional(route)) {
        break;
      }
    }
    return found;
  }

  private static Sending to(String subset, List<RuleView> rules, HostPort port) {
    if (!subset.isEmpty() && !RuleLookup.hasSubset(rules, subset)) {
      return new Sending(Kind.CLOSED, Optional.empty(), subset);
    }
    return new Sending(Kind.DIRECT, RuleLookup.tls(rules, subset, port.number()), subset);
  }

  /** Returns the destinations that get calls: not those with {@code weight: 0} among others. */
  private static List<Field> destinations(Field route) {
    List<Field> items = route.at("route").items();
    List<Field> destinations = new ArrayList<>();
    for (Field item : items) {
      OptionalInt weight = item.at("weight").number();
      if (items.size() == 1 || weight.isEmpty() || weight.getAsInt() != 0) {
        destinations.add(item.at("destination"));
      }
    }
    return destinations;
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
