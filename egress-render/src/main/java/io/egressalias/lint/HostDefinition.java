package io.egressalias.lint;

import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A Service or ServiceEntry that defines a host.
 *
 * @param host what is about the host
 * @param object the Service or ServiceEntry
 * @param namespace its namespace
 * @param view what it says
 */
record HostDefinition(
    HostObjects host, ManifestObject object, String namespace, DefinitionView view) {

  /** Returns the definitions of one host outside of the mesh. */
  static List<HostDefinition> external(HostTable hosts, HostObjects host) {
    List<HostDefinition> definitions = new ArrayList<>();
    add(hosts, host, host.entries, definitions);
    add(hosts, host, host.services, definitions);
    return definitions;
  }

  private static void add(
      HostTable hosts,
      HostObjects host,
      List<ManifestObject> objects,
      List<HostDefinition> definitions) {
    for (ManifestObject object : objects) {
      DefinitionView view = hosts.definition(object);
      if (view.isExternal()) {
        definitions.add(new HostDefinition(host, object, hosts.namespace(object), view));
      }
    }
  }

  boolean isEntry() {
    return object.kind() == KnownKind.SERVICE_ENTRY;
  }

  /** Returns the ports; numbers may be repeated. */
  List<HostPort> ports() {
    return view.ports();
  }

  /** Returns the first port with a number; empty: none. */
  Optional<HostPort> port(int number) {
    return view.port(number);
  }

  /** Returns whether callers of a namespace see the host. */
  boolean isVisibleIn(String caller) {
    return view.isVisibleIn(caller);
  }

  /**
   * Returns the namespaces whose callers can differ: that of the host, one without objects, and
   * those of rules. Only gateways make calls in the root namespace.
   */
  Set<String> callers(List<RuleView> rules) {
    Set<String> callers = new LinkedHashSet<>();
    callers.add(namespace);
    if (isVisibleIn(RuleLookup.ELSEWHERE)) {
      callers.add(RuleLookup.ELSEWHERE);
    }
    for (RuleView rule : rules) {
      if (!rule.namespace().equals(HostTable.ROOT_NAMESPACE) && isVisibleIn(rule.namespace())) {
        callers.add(rule.namespace());
      }
    }
    return callers;
  }
}
