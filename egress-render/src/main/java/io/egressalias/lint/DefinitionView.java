package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A Service or ServiceEntry. An entry may define many hosts, so that it is read once. */
final class DefinitionView {
  private final boolean isEntry;
  private final List<HostPort> ports;
  private final boolean isExternal;
  private final ExportTo exportTo;

  /** The first port of each number of several, once one is asked for. */
  private @Nullable Map<Integer, HostPort> byNumber;

  DefinitionView(ManifestObject object, HostTable hosts) {
    this.isEntry = object.kind() == KnownKind.SERVICE_ENTRY;
    Field spec = Field.of(object, "spec");
    this.ports = List.copyOf(ports(spec.at("ports"), isEntry));
    this.isExternal = isEntry ? isExternalEntry(spec, hosts) : isExternalService(spec);
    this.exportTo = ExportTo.of(spec.at("exportTo"), hosts.namespace(object));
  }

  private static List<HostPort> ports(Field list, boolean ofEntry) {
    List<HostPort> ports = new ArrayList<>();
    for (Field port : list.items()) {
      (ofEntry ? HostPort.ofEntry(port) : HostPort.ofService(port)).ifPresent(ports::add);
    }
    return ports;
  }

  private static boolean isExternalEntry(Field spec, HostTable hosts) {
    if (spec.at("location").text().equals("MESH_INTERNAL")
        || spec.at("workloadSelector").present()) {
      return false;
    }
    for (Field endpoint : spec.at("endpoints").items()) {
      if (hosts.isLocal(endpoint.at("address").text())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isExternalService(Field spec) {
    return spec.at("selector").keys().isEmpty() && !spec.at("type").text().equals("ExternalName");
  }

  /** Returns the ports; numbers may be repeated. */
  List<HostPort> ports() {
    return ports;
  }

  /** Returns the first port with a number; empty: none. */
  Optional<HostPort> port(int number) {
    if (ports.size() == 1) {
      HostPort only = ports.get(0);
      return only.number() == number ? Optional.of(only) : Optional.empty();
    }
    if (byNumber == null) {
      byNumber = byNumber(ports);
    }
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Returns the first port of each number. */
  static Map<Integer, HostPort> byNumber(List<HostPort> ports) {
    Map<Integer, HostPort> found = new HashMap<>();
    for (HostPort port : ports) {
      found.putIfAbsent(port.number(), port);
    }
    return found;
  }

  /** Returns whether the object defines hosts outside of the mesh. */
  boolean isExternal() {
    return isExternal;
  }

  /** Returns the namespaces to whose workloads the object is exported. */
  ExportTo exportTo() {
    return exportTo;
  }

  /** Returns whether callers of a namespace see the hosts. */
  boolean isVisibleIn(String caller) {
    return !isEntry || exportTo.includes(caller);
  }
}
