package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a set that are about one host, each in the order of the inputs. Most hosts have
 * one object of a kind or none, so that an empty list has no room for items.
 */
final class HostObjects {
  private final String host;
  private final HostTable hosts;

  /** The Services with this name; more than one is a mistake. */
  final List<ManifestObject> services = new ArrayList<>(0);

  /** The ServiceEntries that have exactly this host. */
  final List<ManifestObject> entries = new ArrayList<>(0);

  /** The DestinationRules for exactly this host. */
  final List<RuleView> rules = new ArrayList<>(0);

  /** The VirtualServices on exactly this host. */
  final List<ManifestObject> routes = new ArrayList<>(0);

  /** The destinations of routes that have this host. */
  final List<Destination> destinations = new ArrayList<>(0);

  private boolean servesGateway;
  private @Nullable Boolean isExternalName;
  private @Nullable Boolean isRewritten;
  private @Nullable Boolean hasRuleForOtherPort;
  private @Nullable Boolean isBehindGatewaysOnly;
  private boolean hasSoughtGateway;
  private Optional<String> gatewayNamespace = Optional.empty();

  /** All ports, once they are asked for. */
  private @Nullable List<HostPort> ports;

  /** The first port of each number, once one is asked for. */
  private @Nullable Map<Integer, HostPort> byNumber;

  /** The rules by their namespaces, once one is asked for. */
  private @Nullable Map<String, NamespaceRules> byNamespace;

  /** The rules by the names of their subsets, once one is asked for. */
  private @Nullable Map<String, List<RuleView>> subsets;

  HostObjects(String host, HostTable hosts) {
    this.host = host;
    this.hosts = hosts;
  }

  /** Returns the host, in full. */
  String host() {
    return host;
  }

  /** Returns whether a Service or a ServiceEntry of the set defines the host. */
  boolean isDefined() {
    return !services.isEmpty() || !entries.isEmpty();
  }

  /** Returns whether a Service of type ExternalName has the name. The set must be complete. */
  boolean isExternalName() {
    if (isExternalName == null) {
      isExternalName = false;
      for (ManifestObject service : services) {
        isExternalName |= ServiceView.isExternalName(service);
      }
    }
    return isExternalName;
  }

  /** Returns whether a route that leads to the host writes another host into calls. */
  boolean isRewritten() {
    if (isRewritten == null) {
      isRewritten = false;
      for (Destination destination : destinations) {
        isRewritten |= destination.route().field().at("rewrite").at("authority").present();
      }
    }
    return isRewritten;
  }

  /** Returns the namespace of the gateway of its calls. The set must be complete. */
  Optional<String> gatewayNamespace() {
    if (!hasSoughtGateway) {
      hasSoughtGateway = true;
      gatewayNamespace = GatewayPlace.find(this, hosts);
    }
    return gatewayNamespace;
  }

  /** A gateway for callers from outside can lead to a host that no workload calls. */
  boolean isBehindGatewaysOnly() {
    if (isBehindGatewaysOnly == null) {
      isBehindGatewaysOnly = servesGateway && !isOfSidecars();
    }
    return isBehindGatewaysOnly;
  }

  private boolean isOfSidecars() {
    for (Destination destination : destinations) {
      if (VirtualServiceView.includes(hosts.view(destination.service()).gateways(), true)) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether one of the rules for the host originates TLS for a port that it has not. */
  boolean hasRuleForOtherPort(List<RuleView> candidates) {
    if (hasRuleForOtherPort == null) {
      hasRuleForOtherPort = false;
      for (RuleView rule : candidates) {
        hasRuleForOtherPort |= !rule.host().startsWith("*") && isForOtherPort(rule);
      }
    }
    return hasRuleForOtherPort;
  }

  private boolean isForOtherPort(RuleView rule) {
    for (Field setting : rule.policy().at("portLevelSettings").items()) {
      OptionalInt number = setting.at("port").at("number").number();
      if (number.isPresent()
          && port(number.getAsInt()).isEmpty()
          && new TlsView(rule, setting.at("tls")).originates()) {
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

  /** Returns the rules of a namespace for exactly this host that a caller sees. */
  MergedRules rules(String namespace, String caller) {
    if (rules.isEmpty()) {
      return MergedRules.NONE;
    }
    if (byNamespace == null) {
      Map<String, NamespaceRules> rulesOf = new HashMap<>();
      for (RuleView rule : rules) {
        rulesOf.computeIfAbsent(rule.namespace(), key -> new NamespaceRules()).add(rule);
      }
      byNamespace = rulesOf;
    }
    NamespaceRules found = byNamespace.get(namespace);
    return found == null ? MergedRules.NONE : found.of(caller);
  }

  /** Returns the ports of all definitions; numbers may be repeated. The set must be complete. */
  List<HostPort> ports() {
    if (ports == null) {
      ports = List.copyOf(readPorts());
    }
    return ports;
  }

  private List<HostPort> readPorts() {
    if (services.size() + entries.size() == 1) {
      return hosts.definition((services.isEmpty() ? entries : services).get(0)).ports();
    }
    List<HostPort> read = new ArrayList<>();
    for (ManifestObject service : services) {
      read.addAll(hosts.definition(service).ports());
    }
    for (ManifestObject entry : entries) {
      read.addAll(hosts.definition(entry).ports());
    }
    return read;
  }

  /** Returns the first port with a number; empty: none. */
  Optional<HostPort> port(int number) {
    if (services.size() + entries.size() == 1) {
      return hosts.definition((services.isEmpty() ? entries : services).get(0)).port(number);
    }
    if (byNumber == null) {
      byNumber = DefinitionView.byNumber(ports());
    }
    return Optional.ofNullable(byNumber.get(number));
  }
}
