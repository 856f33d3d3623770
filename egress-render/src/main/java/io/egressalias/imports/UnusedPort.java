package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import java.util.List;
import java.util.Optional;

/** Reports the parts of a port of a routed Service that have no effect. */
record UnusedPort(ImportContext context) {

  /** Adds a finding if a port, or its {@code targetPort}, has no effect; returns the note. */
  Optional<String> report(Field port, List<RoutedPort> routed) {
    for (RoutedPort one : routed) {
      if (one.field().equals(port) && one.destination().isPresent()) {
        return targetPort(port);
      }
    }
    dead(port, "expected a route to a ServiceEntry for the port, found none", "Remove the port");
    String number = port.at("port").text();
    return Optional.of(
        "Left out: port " + number + ", for which there is no route. " + Places.of(port));
  }

  private Optional<String> targetPort(Field port) {
    Field target = port.at("targetPort");
    if (!target.present() || target.text().equals(port.at("port").text())) {
      return Optional.empty();
    }
    dead(
        target,
        "expected no `targetPort` in a Service without a selector, found `"
            + target.text()
            + "`, which has no effect",
        "Remove `targetPort`. Write the port of the target in the ServiceEntry");
    return Optional.of(
        "Left out: `targetPort: " + target.text() + "`, which has no effect. " + Places.of(target));
  }

  private void dead(Field field, String message, String remedy) {
    context.findings().add(Rule.DEAD_FIELD, field.object(), field.path(), message, remedy);
  }
}
