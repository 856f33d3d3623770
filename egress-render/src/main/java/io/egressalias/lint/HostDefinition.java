package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A Service or ServiceEntry that defines a host.
 *
 * @param host what is about the host
 * @param object the Service or ServiceEntry
 * @param namespace its namespace
 * @param ports its ports
 */
record HostDefinition(
    HostObjects host, ManifestObject object, String namespace, List<HostPort> ports) {

  /** Returns the definitions of hosts outside of the mesh, in the order of the hosts. */
  static List<HostDefinition> external(HostTable hosts) {
    List<HostDefinition> definitions = new ArrayList<>();
    for (HostObjects host : hosts.all()) {
      definitions.addAll(external(hosts, host));
    }
    return definitions;
  }

  /** Returns the definitions of one host outside of the mesh. */
  static List<HostDefinition> external(HostTable hosts, HostObjects host) {
    List<HostDefinition> definitions = new ArrayList<>();
    for (ManifestObject entry : host.entries) {
      if (isExternal(entry, hosts)) {
        definitions.add(
            new HostDefinition(
                host, entry, hosts.namespace(entry), HostObjects.portsOfEntry(entry)));
      }
    }
    for (ManifestObject service : host.services) {
      Field spec = Field.of(service, "spec");
      if (spec.at("selector").keys().isEmpty() && !spec.at("type").text().equals("ExternalName")) {
        List<HostPort> ports = new ArrayList<>();
        for (Field port : spec.at("ports").items()) {
          HostPort.ofService(port).ifPresent(ports::add);
        }
        definitions.add(new HostDefinition(host, service, hosts.namespace(service), ports));
      }
    }
    return definitions;
  }

  private static boolean isExternal(ManifestObject entry, HostTable hosts) {
    Field spec = Field.of(entry, "spec");
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

  boolean isEntry() {
    return object.kind() == KnownKind.SERVICE_ENTRY;
  }

  /** Returns whether callers of a namespace see the host. */
  boolean isVisibleIn(String caller) {
    return !isEntry()
        || HostTable.isExported(Field.of(object, "spec", "exportTo"), namespace, caller);
  }

  /**
   * Returns the namespaces whose callers can differ: that of the host, one without objects, and
   * those of rules. Only gateways make calls in the root namespace.
   */
  List<String> callers(List<RuleView> rules) {
    List<String> callers = new ArrayList<>();
    callers.add(namespace);
    if (isVisibleIn(RuleLookup.ELSEWHERE)) {
      callers.add(RuleLookup.ELSEWHERE);
    }
    for (RuleView rule : rules) {
      if (!callers.contains(rule.namespace())
          && !rule.namespace().equals(HostTable.ROOT_NAMESPACE)
          && isVisibleIn(rule.namespace())) {
        callers.add(rule.namespace());
      }
    }
    return callers;
  }
}
