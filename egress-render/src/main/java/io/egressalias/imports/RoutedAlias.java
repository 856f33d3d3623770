package io.egressalias.imports;

import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.ServicePort;
import io.egressalias.model.Target;
import io.egressalias.model.Waypoint;
import io.egressalias.model.WorkloadSelector;
import io.egressalias.object.KnownKind;
import io.egressalias.resolve.ResolvedAlias;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Reads one alias in the routed form. */
final class RoutedAlias {
  private final RoutedAliases all;
  private final AliasObjects objects;
  private final ManifestObject service;
  private final ImportContext context;
  private final LostFields lost = new LostFields();
  private final List<String> notes = new ArrayList<>();
  private final Routes routes;
  private final Set<ManifestObject> replaced = new LinkedHashSet<>();
  private final Map<String, RuleSettings> rules = new HashMap<>();

  RoutedAlias(RoutedAliases all, AliasObjects objects, ManifestObject service) {
    this.all = all;
    this.objects = objects;
    this.service = service;
    this.context = all.context();
    this.routes = Routes.of(objects.routes, lost);
  }

  /** Returns the alias; empty: no route leads to a ServiceEntry, or a finding refuses it. */
  Optional<ImportedAlias> read() {
    List<RoutedPort> ports = routedPorts();
    if (ports.isEmpty()) {
      return Optional.empty();
    }
    useAll(ports);
    Optional<EntryTarget> target = ports.get(0).target();
    if (target.isEmpty()) {
      refuseTarget(ports.get(0).entry());
      return Optional.empty();
    }
    if (hasRefusedRule(ports)) {
      return Optional.empty();
    }
    WaypointScope scope =
        WaypointScope.of(AliasWaypoints.of(service, objects.namespace, context), context);
    for (RoutedPort port : ports) {
      String host = port.route().host();
      rules.putIfAbsent(host, RuleSettings.of(all.rules(host), scope, lost));
    }
    if (differ(ports, target.get()) || missesSubset(ports)) {
      return Optional.empty();
    }
    return alias(ports, target.get());
  }

  /** Without its rule, an alias would be imported without its TLS. */
  private boolean hasRefusedRule(List<RoutedPort> ports) {
    boolean refused = LocalName.isRefused(KnownKind.DESTINATION_RULE, objects, context);
    for (RoutedPort port : ports) {
      refused |= context.set().isRefused(KnownKind.DESTINATION_RULE, port.route().host());
    }
    return refused;
  }

  private RuleSettings rules(RoutedPort port) {
    return Objects.requireNonNull(rules.get(port.route().host()), "read before");
  }

  private List<RoutedPort> routedPorts() {
    List<RoutedPort> ports = new ArrayList<>();
    for (Field port : Field.of(service, "spec", "ports").items()) {
      OptionalInt number = port.at("port").number();
      Optional<Routes.Route> route =
          number.isPresent() ? routes.of(number.getAsInt()) : Optional.empty();
      if (route.isPresent() && !isOwnName(route.get().host())) {
        ManifestObject entry = all.entry(route.get().host(), objects.namespace);
        if (entry != null) {
          ports.add(
              new RoutedPort(port, number.getAsInt(), route.get(), entry, EntryTarget.of(entry)));
        }
      }
    }
    return ports;
  }

  private boolean isOwnName(String host) {
    Optional<LocalName> name =
        LocalName.of(host, objects.namespace, context.platform().clusterDomain());
    return name.isPresent() && name.get().isOf(objects.namespace, objects.name);
  }

  /** An entry for the external host itself is used by callers of that host, too. */
  private void useAll(List<RoutedPort> ports) {
    replaced.add(service);
    replaced.addAll(objects.rules);
    replaced.addAll(objects.routes);
    for (RoutedPort port : ports) {
      if (!isShared(port)) {
        replaced.addAll(all.rules(port.route().host()));
        replaced.add(port.entry());
      }
    }
    all.groups().use(List.copyOf(replaced));
  }

  private static boolean isShared(RoutedPort port) {
    Target own = new ExternalName(port.route().host());
    return port.target().isPresent() && port.target().get().target().equals(own);
  }

  private void refuseTarget(ManifestObject entry) {
    context
        .findings()
        .add(
            Rule.NO_ADDRESSES,
            entry,
            Field.of(entry, "spec", "endpoints").path(),
            "expected `resolution: STATIC` with addresses, or `resolution: DNS` with one host, for"
                + " the route of `"
                + service.id()
                + "`",
            "Write the external host as the only `endpoints[].address`, with `resolution: DNS`");
  }

  /** An alias has one target, and one number for each port of it. */
  private boolean differ(List<RoutedPort> ports, EntryTarget target) {
    boolean refused = false;
    for (RoutedPort port : ports) {
      Optional<EntryTarget> other = port.target();
      if (other.isEmpty() || !other.get().target().equals(target.target())) {
        Field destination = port.route().destination();
        context
            .findings()
            .add(
                Rule.PORTS_PER_ADDRESS,
                destination.object(),
                destination.path(),
                "expected routes to one target for all ports of "
                    + service.id()
                    + ", found several",
                "Write one Service and one VirtualService for each target");
        return true;
      }
      Optional<EntryTarget.Port> entryPort = port.destination();
      refused |= entryPort.isPresent() && other.get().refuses(entryPort.get(), context);
    }
    return refused;
  }

  /** Without its subset, a route leads to no cluster. The rule may be in another file. */
  private boolean missesSubset(List<RoutedPort> ports) {
    for (RoutedPort port : ports) {
      String subset = port.route().subset();
      if (!subset.isEmpty() && !rules(port).has(subset)) {
        Field field = port.route().destination().at("subset");
        context
            .findings()
            .add(
                Rule.NO_TARGET,
                field.object(),
                field.path(),
                "expected a DestinationRule for `"
                    + port.route().host()
                    + "` with the subset `"
                    + subset
                    + "`, found none in the input",
                "Add the file with the DestinationRule to the input");
        return true;
      }
    }
    return false;
  }

  private Optional<ImportedAlias> alias(List<RoutedPort> routed, EntryTarget target) {
    Optional<String> host = HostHeader.serverName(target.target());
    TlsSettings settings = new TlsSettings(host, true, lost, context);
    List<ServicePort> ports = new ArrayList<>();
    List<Optional<ClientTls>> tls = new ArrayList<>();
    List<Optional<String>> headers = new ArrayList<>();
    for (RoutedPort port : routed) {
      Optional<EntryTarget.Port> entryPort = port.destination();
      if (entryPort.isPresent()) {
        ports.add(port.declared(entryPort.get()));
        tls.add(settings.read(rules(port).tls(port.route().subset(), entryPort.get().number())));
        headers.add(port.route().authority().optional());
      }
    }
    if (settings.refused()) {
      return Optional.empty();
    }
    MeshPortNames named = MeshPortNames.of(service, ports, true, context);
    PortTls distributed = PortTls.of(named.ports(), tls);
    HostHeader header = HostHeader.of(target.target(), named.ports(), tls, headers);
    EgressAlias.Builder alias =
        EgressAlias.builder()
            .name(objects.name)
            .target(target.target())
            .ports(distributed.ports())
            .tls(distributed.alias())
            .workloadSelector(selector(routed))
            .authority(header.authority())
            .preserveAuthority(header.preserved());
    loseScopes(alias.build());
    if (isForWaypoints() && context.platform().waypoint().isEmpty()) {
      // The labels of the Service, if it has any, are read later and replace this.
      alias.waypoint(Waypoint.ofNamespace());
    }
    report(routed, header, target);
    reportAdded(routed, settings);
    notes.addAll(named.notes());
    return Optional.of(finished(alias));
  }

  private ImportedAlias finished(EgressAlias.Builder alias) {
    AliasMetadata metadata = AliasMetadata.of(service, context);
    alias.labels(metadata.labels()).annotations(metadata.annotations());
    if (!objects.namespace.isEmpty()) {
      alias.namespace(objects.namespace);
    }
    return new ImportedAlias(alias.build(), service, notes, List.copyOf(replaced));
  }

  /** Such a rule is used by a waypoint alone, whose label the Service or its namespace has. */
  private boolean isForWaypoints() {
    for (RuleSettings settings : rules.values()) {
      if (!settings.scoping().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** A rule is rendered for waypoints only if its TLS needs files or a Secret. */
  private void loseScopes(EgressAlias alias) {
    if (!ResolvedAlias.of(alias, context.platform()).needsFilesOrSecret()) {
      for (RuleSettings settings : rules.values()) {
        settings.scoping().forEach(lost::add);
      }
    }
  }

  private void report(List<RoutedPort> routed, HostHeader header, EntryTarget target) {
    if (header.lost()) {
      lost.add(routed.get(0).route().authority());
    }
    Set<String> hosts = new LinkedHashSet<>();
    for (RoutedPort port : routed) {
      hosts.add(port.route().host());
      Field spec = Field.of(port.entry(), "spec");
      lost.addExportTo(spec);
      lost.add(spec.at("subjectAltNames"));
    }
    Routes.addOtherHosts(objects, hosts, context.platform().clusterDomain(), lost);
    notes.addAll(target.report(context));
    notes.addAll(lost.report(context));
    for (Field port : Field.of(service, "spec", "ports").items()) {
      new UnusedPort(context).report(port, routed).ifPresent(notes::add);
    }
  }

  private void reportAdded(List<RoutedPort> routed, TlsSettings settings) {
    Added added = new Added(service, context);
    RoutedPort first = routed.get(0);
    if (all.rules(first.route().host()).isEmpty()) {
      added.object("a DestinationRule");
    } else if (first.route().subset().isEmpty()) {
      added.object("subsets, without which no traffic is sent");
    }
    if (isShared(first)) {
      added.object("a ServiceEntry that only this alias uses");
    }
    notes.addAll(added.fields(settings.added()).report());
  }

  private Optional<WorkloadSelector> selector(List<RoutedPort> ports) {
    Optional<Field> selector = rules(ports.get(0)).selector();
    if (selector.isPresent()) {
      Map<String, String> labels = selector.get().at("matchLabels").entries();
      return labels.isEmpty() ? Optional.empty() : Optional.of(new WorkloadSelector(labels));
    }
    Map<String, String> labels = ports.get(0).route().sourceLabels();
    for (RoutedPort port : ports) {
      if (!port.route().sourceLabels().equals(labels)) {
        lost.add(port.route().match().orElseThrow().at("sourceLabels"));
      }
    }
    return labels.isEmpty() ? Optional.empty() : Optional.of(new WorkloadSelector(labels));
  }
}
