package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.EndpointAddress;
import io.egressalias.model.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The addresses and the ports of Endpoints, or of the EndpointSlices of one Service. */
final class EndpointList {
  private static final Set<String> OF_ADDRESS = Set.of("ip", "hostname");
  private static final Set<String> OF_ENDPOINT = Set.of("addresses", "hostname", "conditions");
  private static final Set<String> OF_CONDITIONS = Set.of("ready", "serving", "terminating");

  private final Changes changes;
  private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
  private final LostDetails details = new LostDetails();
  private int notReady;

  /**
   * An address with its ports by their keys.
   *
   * @param merged whether the ports are those of several lists, so that no other address has this
   *     map
   */
  private record Endpoint(EndpointAddress address, Map<String, ReadPort> ports, boolean merged) {}

  private EndpointList(Changes changes) {
    this.changes = changes;
  }

  /** Reads Endpoints. */
  static EndpointList ofEndpoints(ManifestObject object, Changes changes) {
    EndpointList list = new EndpointList(changes);
    Field root = Field.of(object);
    ServiceFields.endpoints(root, changes);
    for (Field subset : root.at("subsets").items()) {
      list.subset(subset);
    }
    list.report(root.at("subsets"));
    return list;
  }

  /** Reads slices. */
  static EndpointList ofSlices(List<ManifestObject> slices, Changes changes) {
    EndpointList list = new EndpointList(changes);
    for (ManifestObject slice : slices) {
      list.slice(Field.of(slice));
    }
    list.report(Field.of(slices.get(0), "endpoints"));
    return list;
  }

  /** Returns the addresses, in their order. */
  List<EndpointAddress> addresses() {
    List<EndpointAddress> addresses = new ArrayList<>(endpoints.size());
    for (Endpoint endpoint : endpoints.values()) {
      addresses.add(endpoint.address());
    }
    return addresses;
  }

  /** Returns the ports that each address has, by their keys. */
  Map<String, ReadPort> ports() {
    return endpoints.isEmpty() ? Map.of() : endpoints.values().iterator().next().ports();
  }

  private void subset(Field subset) {
    ServiceFields.others(subset, Set.of("addresses", "notReadyAddresses", "ports"), changes);
    unready(subset.at("notReadyAddresses"), subset.at("notReadyAddresses").items().size());
    List<Field> addresses = subset.at("addresses").items();
    if (addresses.isEmpty()) {
      return;
    }
    Map<String, ReadPort> ports = ports(subset);
    for (Field address : addresses) {
      details.addAllBut(address, OF_ADDRESS);
      add(address.at("ip"), address.at("hostname"), ports);
    }
  }

  private void slice(Field slice) {
    ServiceFields.slice(slice, changes);
    Field type = slice.at("addressType");
    if (type.text().equals("FQDN")) {
      changes.refuse(
          Rule.FQDN_SLICE,
          type,
          "expected `addressType: IPv4` or `IPv6`, found `FQDN`, which no proxy reads",
          "Replace the Service and its slices with a Service that has `type: ExternalName` and"
              + " `externalName`");
      return;
    }
    Map<String, ReadPort> ports = ports(slice);
    for (Field endpoint : slice.at("endpoints").items()) {
      if (endpoint.at("conditions").at("ready").text().equals("false")) {
        unready(endpoint, 1);
      } else {
        endpoint(endpoint, ports);
      }
    }
  }

  private void endpoint(Field endpoint, Map<String, ReadPort> ports) {
    details.addAllBut(endpoint, OF_ENDPOINT);
    details.addAllBut(endpoint.at("conditions"), OF_CONDITIONS);
    List<Field> addresses = endpoint.at("addresses").items();
    for (int i = 0; i < addresses.size(); i++) {
      if (i == 0) {
        add(addresses.get(0), endpoint.at("hostname"), ports);
      } else {
        // Each reader of slices uses the first address only.
        details.add(addresses.get(i));
      }
    }
  }

  private Map<String, ReadPort> ports(Field parent) {
    Map<String, ReadPort> ports = new LinkedHashMap<>();
    for (Field field : parent.at("ports").items()) {
      Optional<ReadPort> port = ReadPort.of(field, changes);
      if (port.isPresent()) {
        put(port.get(), ports);
      }
    }
    return ports;
  }

  private void put(ReadPort port, Map<String, ReadPort> ports) {
    ReadPort first = ports.putIfAbsent(port.key(), port);
    if (first != null && first.number() != port.number()) {
      differ(port.field().at("port"), first, port);
    }
  }

  private void add(Field ip, Field hostname, Map<String, ReadPort> ports) {
    if (ip.text().isEmpty()) {
      changes.refuse(
          Rule.MALFORMED, ip, "expected an IP address, found nothing", "Write `ip: 192.0.2.10`");
      return;
    }
    String address = canonical(ip.text());
    Endpoint added = new Endpoint(new EndpointAddress(address, hostname.optional()), ports, false);
    Endpoint first = endpoints.putIfAbsent(address, added);
    if (first != null) {
      merge(first, added, hostname);
    }
  }

  private void merge(Endpoint first, Endpoint second, Field hostname) {
    if (!second.address().hostname().equals(first.address().hostname())) {
      details.add(hostname);
    }
    if (first.ports() == second.ports()) {
      return;
    }
    Endpoint merged =
        first.merged()
            ? first
            : new Endpoint(first.address(), new LinkedHashMap<>(first.ports()), true);
    for (ReadPort port : second.ports().values()) {
      put(port, merged.ports());
    }
    endpoints.put(first.address().address(), merged);
  }

  /** IPv6 addresses are compared as text by users of a declaration, so it has one text for each. */
  static String canonical(String text) {
    Optional<IpAddress> address = IpAddress.parse(text);
    boolean v6 = address.isPresent() && !address.get().isV4() && !address.get().isV4Mapped();
    return v6 ? address.get().toString() : text;
  }

  private void unready(Field field, int count) {
    if (count > 0 && notReady == 0) {
      changes.warn(
          Rule.NOT_READY,
          field,
          "the alias does not have addresses that are not ready",
          "Add them to `endpoints` in the declaration if they are to receive traffic",
          "Left out: addresses that are not ready.");
    }
    notReady += count;
  }

  private void report(Field place) {
    if (changes.refused()) {
      return;
    }
    if (endpoints.isEmpty()) {
      changes.refuse(
          Rule.NO_ADDRESSES,
          place,
          "expected at least one address that is ready, found none",
          "Add an address to the endpoints, or remove the Service");
      return;
    }
    Map<String, ReadPort> first = ports();
    for (Endpoint endpoint : endpoints.values()) {
      if (endpoint.ports() != first && !same(first, endpoint.ports())) {
        return;
      }
    }
    details.report(changes);
  }

  private boolean same(Map<String, ReadPort> first, Map<String, ReadPort> other) {
    for (ReadPort port : other.values()) {
      ReadPort expected = first.get(port.key());
      if (expected == null || expected.number() != port.number()) {
        differ(port.field(), expected == null ? any(first.values(), port) : expected, port);
        return false;
      }
    }
    if (first.size() > other.size()) {
      for (ReadPort port : first.values()) {
        if (!other.containsKey(port.key())) {
          differ(port.field(), any(other.values(), port), port);
          return false;
        }
      }
    }
    return true;
  }

  private static ReadPort any(Collection<ReadPort> ports, ReadPort otherwise) {
    return ports.isEmpty() ? otherwise : ports.iterator().next();
  }

  private void differ(Field place, ReadPort first, ReadPort second) {
    changes.refuse(
        Rule.PORTS_PER_ADDRESS,
        place,
        "expected the same ports for every address of a Service, found %s and %s"
            .formatted(Quoted.shortened(first.words()), Quoted.shortened(second.words())),
        "Split the Service into one Service with its endpoints for each of these ports");
  }
}
