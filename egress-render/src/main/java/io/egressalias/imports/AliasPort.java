package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the ports of a Service into those of an alias. */
final class AliasPort {
  private AliasPort() {}

  /** Reads the ports of a Service. */
  static List<ReadPort> read(Field spec, Changes changes) {
    List<ReadPort> ports = new ArrayList<>();
    for (Field field : spec.at("ports").items()) {
      Optional<ReadPort> port = ReadPort.of(field, changes);
      port.ifPresent(ports::add);
    }
    return ports;
  }

  /** Returns a port without a target port. */
  static ServicePort of(ReadPort port) {
    return ServicePort.builder()
        .name(port.name().isEmpty() ? Optional.empty() : Optional.of(port.name()))
        .port(port.number())
        .protocol(port.protocol())
        .appProtocol(port.field().at("appProtocol").optional())
        .build();
  }

  /** Returns the ports of an external name, whose target ports have no effect. */
  static List<ServicePort> withoutTargets(List<ReadPort> ports, Changes changes) {
    List<ServicePort> made = new ArrayList<>(ports.size());
    for (ReadPort port : ports) {
      Field target = port.field().at("targetPort");
      if (target.present() && target.number().orElse(-1) != port.number()) {
        dead(target, "DNS resolves an external name, and no proxy maps its ports", changes);
      }
      made.add(of(port));
    }
    return made;
  }

  /** Reports a field that nothing reads. */
  static void dead(Field field, String reason, Changes changes) {
    String words =
        "`"
            + field.path()
            + (field.text().isEmpty() ? "" : ": " + Quoted.shortened(field.text()))
            + "`";
    changes.warn(
        Rule.DEAD_FIELD,
        field,
        words + " has no effect: " + reason,
        "Remove the field",
        "Left out: " + words + ", which had no effect.");
  }
}
