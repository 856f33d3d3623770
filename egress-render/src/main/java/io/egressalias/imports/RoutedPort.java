package io.egressalias.imports;

import io.egressalias.internal.manifest.ManifestObject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A port of a Service, and where its route leads.
 *
 * @param field the port in the Service
 * @param number the number that workloads call
 * @param route the route
 * @param entry the ServiceEntry to which the route leads
 * @param target the target of the entry; empty: it has no target that an alias can have
 */
record RoutedPort(
    Field field,
    int number,
    Routes.Route route,
    ManifestObject entry,
    Optional<EntryTarget> target) {

  /** Returns the port of the entry to which the route leads; empty: it does not exist. */
  Optional<EntryTarget.Port> destination() {
    if (target.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt wanted = route.destination().at("port").at("number").number();
    Map<Integer, EntryTarget.Port> ports = target.get().ports();
    if (wanted.isEmpty() && ports.size() == 1) {
      return Optional.of(ports.values().iterator().next());
    }
    return Optional.ofNullable(ports.get(wanted.orElse(number)));
  }
}
