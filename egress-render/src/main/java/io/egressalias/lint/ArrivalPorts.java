package io.egressalias.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of all hosts of a VirtualService, at which calls to its routes arrive. */
final class ArrivalPorts {
  /** The positions of the first port of each number. */
  private final Map<Integer, Integer> first = new HashMap<>();

  /** Whether a port of each number may have HTTP. */
  private final Map<Integer, Boolean> http = new HashMap<>();

  private final List<HostPort> ports = new ArrayList<>();
  private boolean anyHttp;

  void add(List<HostPort> of) {
    for (HostPort port : of) {
      boolean isHttp = port.isHttp() || port.isDetected();
      first.putIfAbsent(port.number(), ports.size());
      http.merge(port.number(), isHttp, Boolean::logicalOr);
      anyHttp |= isHttp;
      ports.add(port);
    }
  }

  /** Returns the first port that a route is for; empty: none, or one of them may have HTTP. */
  Optional<HostPort> other(RouteView route) {
    if (route.forAllPorts()) {
      return anyHttp || ports.isEmpty() ? Optional.empty() : Optional.of(ports.get(0));
    }
    int found = ports.size();
    for (int port : route.ports()) {
      if (http.getOrDefault(port, false)) {
        return Optional.empty();
      }
      found = Math.min(found, first.getOrDefault(port, found));
    }
    return found == ports.size() ? Optional.empty() : Optional.of(ports.get(found));
  }
}
