package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Connects the ports of a Service to those of its endpoints, which have the same names. */
final class PortMatching {
  private static final String UNMAPPED =
      "DNS answers with the addresses of a headless Service, and callers choose the port";

  private final boolean headless;
  private final Changes changes;

  private PortMatching(boolean headless, Changes changes) {
    this.headless = headless;
    this.changes = changes;
  }

  /**
   * Returns the ports of an alias.
   *
   * @param service the ports of the Service
   * @param endpoints the ports of each address
   */
  static List<ServicePort> of(
      List<ReadPort> service, Map<String, ReadPort> endpoints, boolean headless, Changes changes) {
    return new PortMatching(headless, changes).match(service, endpoints);
  }

  private List<ServicePort> match(List<ReadPort> service, Map<String, ReadPort> endpoints) {
    Map<String, ReadPort> left = new LinkedHashMap<>(endpoints);
    List<ReadPort> single = new ArrayList<>();
    for (ReadPort port : service) {
      if (left.remove(port.key()) == null) {
        single.add(port);
      }
    }
    Map<String, ReadPort> paired = new LinkedHashMap<>();
    if (!single.isEmpty()) {
      pair(single, left, paired);
    }
    List<ServicePort> ports = new ArrayList<>(service.size());
    for (ReadPort port : service) {
      ReadPort target = endpoints.get(port.key());
      ports.add(port(port, target == null ? paired.get(port.key()) : target));
    }
    for (ReadPort unused : left.values()) {
      unused(unused);
    }
    return ports;
  }

  /** Finds a partner for ports without one. Removes it from the unused ones. */
  private void pair(
      List<ReadPort> single, Map<String, ReadPort> left, Map<String, ReadPort> paired) {
    if (single.size() == 1 && left.size() == 1) {
      ReadPort port = single.get(0);
      ReadPort other = left.values().iterator().next();
      paired.put(port.key(), other);
      left.clear();
      names(port, other);
    } else if (headless || left.isEmpty()) {
      for (ReadPort port : single) {
        alone(port);
      }
      // DNS answers whatever the names are; they are told once.
      left.clear();
    } else {
      several(single.get(0), left);
      left.clear();
    }
  }

  private String consequence() {
    return headless ? "" : ", so the port has no endpoint";
  }

  private void names(ReadPort port, ReadPort other) {
    changes.warn(
        Rule.PORT_NAMES,
        port.field(),
        "expected a port of the endpoints with the name and the protocol of %s, found %s%s"
            .formatted(port.words(), other.words(), consequence()),
        "Write the same name in both",
        "Was %s in the Service and %s in the endpoints: a port needs one name."
            .formatted(port.words(), other.words()));
  }

  private void alone(ReadPort port) {
    changes.warn(
        Rule.PORT_NAMES,
        port.field(),
        "expected a port of the endpoints with the name and the protocol of %s, found none%s"
            .formatted(port.words(), consequence()),
        "Remove the port from the Service, or add it to the endpoints",
        "Port %s had no port of the endpoints with its name.".formatted(port.words()));
  }

  private void several(ReadPort port, Map<String, ReadPort> left) {
    List<String> words = new ArrayList<>();
    for (ReadPort other : left.values()) {
      words.add(other.words());
    }
    changes.refuse(
        Rule.PORT_NAMES,
        port.field(),
        "expected a port of the endpoints with the name and the protocol of %s, found %s"
            .formatted(
                port.words(), String.join(", ", words.subList(0, Math.min(5, words.size())))),
        "Write the names of the Service's ports in the endpoints");
  }

  private void unused(ReadPort port) {
    changes.warn(
        Rule.DEAD_FIELD,
        port.field(),
        "the port %s of the endpoints has no port of the Service with its name and protocol"
            .formatted(port.words()),
        "Remove the port, or add a port with this name to the Service",
        "Left out: port %s of the endpoints, which no port of the Service names."
            .formatted(port.words()));
  }

  private ServicePort port(ReadPort port, @Nullable ReadPort target) {
    Field written = port.field().at("targetPort");
    int number = target == null ? numeric(written, port.number()) : target.number();
    ServicePort made = AliasPort.of(port);
    if (headless) {
      dead(written, port, port.number());
      endpoint(port, target);
      return made;
    }
    if (target != null) {
      dead(written, port, number);
      appProtocol(port, target);
    }
    return number == port.number() ? made : made.toBuilder().targetPort(number).build();
  }

  private static int numeric(Field written, int otherwise) {
    return written.number().orElse(otherwise);
  }

  /** Reports a target port that differs from the number that is used, and is no default. */
  private void dead(Field written, ReadPort port, int used) {
    int number = written.number().orElse(-1);
    if (written.present() && number != used && number != port.number()) {
      AliasPort.dead(
          written,
          headless ? UNMAPPED : "without a selector, the number in the endpoints counts",
          changes);
    }
  }

  private void endpoint(ReadPort port, @Nullable ReadPort target) {
    if (target != null && target.number() != port.number()) {
      AliasPort.dead(target.field().at("port"), UNMAPPED, changes);
    }
  }

  private void appProtocol(ReadPort port, ReadPort target) {
    Field said = target.field().at("appProtocol");
    if (said.present() && !said.text().equals(port.field().at("appProtocol").text())) {
      ServiceFields.lost(said, changes);
    }
  }
}
