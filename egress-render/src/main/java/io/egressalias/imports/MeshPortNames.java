package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Protocol;
import io.egressalias.model.ServicePort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names that ports get in a mesh.
 *
 * @param ports the ports, each with a name if the cluster has a mesh
 * @param notes the changes, for {@link ImportedAlias#notes}
 */
record MeshPortNames(List<ServicePort> ports, List<String> notes) {

  MeshPortNames {
    ports = List.copyOf(ports);
    notes = List.copyOf(notes);
  }

  /**
   * Returns the ports with a name for each unnamed one, if the cluster has a mesh; adds a finding
   * for each change.
   *
   * @param routed whether the alias has the routed form, in which a name without a protocol needs
   *     {@code appProtocol: tcp}
   */
  static MeshPortNames of(
      ManifestObject service, List<ServicePort> ports, boolean routed, ImportContext context) {
    Changes changes = new Changes();
    List<ServicePort> named = of(service, ports, routed, false, context, changes);
    changes.result(true).forEach(context.findings()::add);
    return new MeshPortNames(named, changes.notes());
  }

  /**
   * Returns the ports with their names.
   *
   * @param external whether the Service has the type ExternalName, in which analyzers of Istio
   *     refuse the name {@code tcp}
   */
  static List<ServicePort> of(
      ManifestObject service,
      List<ServicePort> ports,
      boolean routed,
      boolean external,
      ImportContext context,
      Changes changes) {
    if (!context.platform().istio().present()) {
      return ports;
    }
    Set<String> taken = new HashSet<>();
    for (ServicePort port : ports) {
      port.name().ifPresent(taken::add);
    }
    List<ServicePort> named = new ArrayList<>(ports.size());
    Field list = Field.of(service, "spec", "ports");
    List<Field> fields = list.items();
    for (int i = 0; i < ports.size(); i++) {
      Field field = i < fields.size() ? fields.get(i) : list;
      named.add(
          port(ports.get(i), field, ports.size() > 1 || routed, routed, external, taken, changes));
    }
    return named;
  }

  private static ServicePort port(
      ServicePort port,
      Field field,
      boolean needed,
      boolean routed,
      boolean external,
      Set<String> taken,
      Changes changes) {
    if (port.name().isEmpty()) {
      // Without a name, `appProtocol` is enough for a single port of the direct form.
      if (!needed && IstioProtocol.of(port).isPresent() && port.protocol() == Protocol.TCP) {
        return port;
      }
      String name = free(usual(port), port, taken);
      told(field, "port `" + port.port() + "` has no name", "`name: " + name + "`", changes);
      return port.toBuilder().name(name).build();
    }
    if (external && port.name().get().equals("tcp")) {
      String name = free("tcp-" + port.port(), port, taken);
      told(
          field,
          "the port of an external name has the name `tcp`",
          "`name: " + name + "`",
          changes);
      return port.toBuilder().name(name).build();
    }
    if (routed && port.appProtocol().isEmpty() && IstioProtocol.of(port).isEmpty()) {
      told(
          field,
          "the name `" + Quoted.shortened(port.name().get()) + "` starts with no protocol",
          "`appProtocol: tcp`",
          changes);
      return port.toBuilder().appProtocol("tcp").build();
    }
    return port;
  }

  private static String usual(ServicePort port) {
    if (port.protocol() != Protocol.TCP) {
      return port.protocol().name().toLowerCase(Locale.ROOT) + "-" + port.port();
    }
    Optional<IstioProtocol> said = IstioProtocol.of(port);
    if (said.isPresent()) {
      return said.get() == IstioProtocol.HTTP_PROXY ? "http" : said.get().word();
    }
    return switch (port.port()) {
      case 80, 8080 -> "http";
      case 443 -> "tls";
      case 3306 -> "mysql";
      case 5432 -> "tcp-postgres";
      case 6379 -> "redis";
      case 27017 -> "mongo";
      default -> "tcp-" + port.port();
    };
  }

  private static String free(String name, ServicePort port, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = (i == 2 ? name : name + "-" + i) + "-" + port.port();
    }
    return free;
  }

  private static void told(Field field, String found, String line, Changes changes) {
    changes.warn(
        Rule.PORT_NAMED,
        field,
        "expected a name that starts with the protocol, and "
            + found
            + ", so the alias has "
            + line
            + "; HTTP features need a name that starts with `http`",
        "Write another name in the declaration if the port has another protocol",
        "Changed: " + found + ", now " + line + ".");
  }
}
