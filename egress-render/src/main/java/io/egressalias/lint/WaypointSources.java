package io.egressalias.lint;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The Services and ServiceEntries of the hosts of a VirtualService, from which its routes lead. */
final class WaypointSources {
  private final SeveralHosts all = new SeveralHosts();
  private final SeveralHosts bound = new SeveralHosts();

  /** The hosts that have a waypoint in each namespace. */
  private final Map<String, SeveralHosts> namespaces = new HashMap<>();

  void add(String host, String namespace, boolean isBound) {
    all.add(host);
    if (isBound) {
      bound.add(host);
    }
    namespaces.computeIfAbsent(namespace, key -> new SeveralHosts()).add(host);
  }

  /** Returns whether another host than the target of a route has a definition. */
  boolean hasOtherThan(String target) {
    return all.hasOtherThan(target);
  }

  /** Returns whether another host than the target has a waypoint. */
  boolean isBound(String target) {
    return bound.hasOtherThan(target);
  }

  /** Returns whether another host than the target has a waypoint in a namespace. */
  boolean isIn(String namespace, String target) {
    SeveralHosts found = namespaces.get(namespace);
    return found != null && found.hasOtherThan(target);
  }

  /** Adds the namespaces of the waypoints of other hosts than the target. */
  void addNamespaces(String target, Set<String> found) {
    for (Map.Entry<String, SeveralHosts> each : namespaces.entrySet()) {
      if (each.getValue().hasOtherThan(target)) {
        found.add(each.getKey());
      }
    }
  }
}
