package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The objects of a set that are about one host, each in the order of the inputs. */
final class HostObjects {
  private final String host;

  /** The Services with this name; more than one is a mistake. */
  final List<ManifestObject> services = new ArrayList<>();

  /** The ServiceEntries that have exactly this host. */
  final List<ManifestObject> entries = new ArrayList<>();

  /** The DestinationRules for exactly this host. */
  final List<RuleView> rules = new ArrayList<>();

  /** The VirtualServices on exactly this host. */
  final List<ManifestObject> routes = new ArrayList<>();

  /** The destinations of routes that have this host. */
  final List<Destination> destinations = new ArrayList<>();

  private boolean servesGateway;

  /** All ports, once they are asked for. */
  private @Nullable List<HostPort> ports;

  /** The rules by their namespaces, once one is asked for. */
  private @Nullable Map<String, List<RuleView>> byNamespace;

  /** The rules by the names of their subsets, once one is asked for. */
  private @Nullable Map<String, List<RuleView>> subsets;

  HostObjects(String host) {
    this.host = host;
  }

  /** Returns the host, in full. */
  String host() {
    return host;
  }

  /** Returns whether a Service or a ServiceEntry of the set defines the host. */
  boolean isDefined() {
    return !services.isEmpty() || !entries.isEmpty();
  }

  /** Returns whether a Service of type ExternalName has the name. */
  boolean isExternalName() {
    for (ManifestObject service : services) {
      if (service.tree().textAt("spec", "type").equals("ExternalName")) {
        return true;
      }
    }
    return false;
  }

  /** Adds a destination of a route. */
  void add(Destination destination) {
    destinations.add(destination);
    servesGateway |= destination.forGateways();
  }

  /** Returns whether a rule for the host has a subset. */
  boolean hasSubset(String name) {
    return !rulesWithSubset(name).isEmpty();
  }

  /** Returns the rules with a subset. Many routes may ask for the subsets of a gateway. */
  List<RuleView> rulesWithSubset(String name) {
    if (subsets == null) {
      Map<String, List<RuleView>> bySubset = new HashMap<>();
      for (RuleView rule : rules) {
        for (Field subset : rule.subsets()) {
          bySubset.computeIfAbsent(subset.at("name").text(), key -> new ArrayList<>()).add(rule);
        }
      }
      subsets = bySubset;
    }
    return subsets.getOrDefault(name, List.of());
  }

  /** Returns whether a route of a gateway leads to the host. */
  boolean servesGateway() {
    return servesGateway;
  }

  /** Returns the rules of a namespace for exactly this host. */
  List<RuleView> rulesIn(String namespace) {
    if (byNamespace == null) {
      Map<String, List<RuleView>> rulesOf = new HashMap<>();
      for (RuleView rule : rules) {
        rulesOf.computeIfAbsent(rule.namespace(), key -> new ArrayList<>()).add(rule);
      }
      byNamespace = rulesOf;
    }
    return byNamespace.getOrDefault(namespace, List.of());
  }

  /** Returns the ports of all definitions; numbers may be repeated. The set must be complete. */
  List<HostPort> ports() {
    if (ports == null) {
      ports = List.copyOf(readPorts());
    }
    return ports;
  }

  private List<HostPort> readPorts() {
    List<HostPort> read = new ArrayList<>();
    for (ManifestObject service : services) {
      for (Field port : Field.of(service, "spec", "ports").items()) {
        HostPort.ofService(port).ifPresent(read::add);
      }
    }
    for (ManifestObject entry : entries) {
      read.addAll(portsOfEntry(entry));
    }
    return read;
  }

  /** Returns the ports of a ServiceEntry. */
  static List<HostPort> portsOfEntry(ManifestObject entry) {
    List<HostPort> ports = new ArrayList<>();
    for (Field port : Field.of(entry, "spec", "ports").items()) {
      HostPort.ofEntry(port).ifPresent(ports::add);
    }
    return ports;
  }

  /** Returns the first port with a number; empty: none. */
  Optional<HostPort> port(int number) {
    for (HostPort port : ports()) {
      if (port.number() == number) {
        return Optional.of(port);
      }
    }
    return Optional.empty();
  }
}
