package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the ports of servers that are reached through the ports of hosts. */
final class ServerPorts {
  /** Numbers on which HTTP servers expect TLS. */
  private static final Set<Integer> OF_TLS = Set.of(443, 6443, 8443, 9443);

  /** The number on which servers expect HTTP without TLS. */
  private static final int OF_HTTP = 80;

  private static final String OF_SLICE = "kubernetes.io/service-name";

  /** The ports of the endpoints of each Service, by its host and their names. */
  private final Map<String, Map<String, Numbers>> ofServices = new HashMap<>();

  /** The ports of the endpoints of each ServiceEntry, by their names, once one is asked for. */
  private final Map<ManifestObject, Map<String, Numbers>> ofEntries = new HashMap<>();

  /** The numbers of a port at all endpoints. */
  private static final class Numbers {
    private static final Numbers NONE = new Numbers();

    /** The numbers for TLS, each once. */
    private final List<Integer> ofTls = new ArrayList<>();

    private boolean any;
    private boolean others;

    static Numbers of(OptionalInt number) {
      Numbers numbers = new Numbers();
      numbers.add(number);
      return numbers;
    }

    void add(OptionalInt number) {
      if (number.isPresent()) {
        int value = number.getAsInt();
        any = true;
        others |= value != OF_HTTP;
        if (OF_TLS.contains(value) && !ofTls.contains(value)) {
          ofTls.add(value);
        }
      }
    }
  }

  ServerPorts(ManifestSet set, HostTable hosts) {
    for (ManifestObject endpoints : set.of(KnownKind.ENDPOINTS)) {
      for (Field subset : Field.of(endpoints, "subsets").items()) {
        add(hosts.nameOf(endpoints), subset.at("ports").items());
      }
    }
    for (ManifestObject slice : set.of(KnownKind.ENDPOINT_SLICE)) {
      String service = slice.tree().textAt("metadata", "labels", OF_SLICE);
      add(hosts.nameOf(service, hosts.namespace(slice)), Field.of(slice, "ports").items());
    }
  }

  private void add(String host, List<Field> ports) {
    Map<String, Numbers> byName = ofServices.computeIfAbsent(host, key -> new HashMap<>());
    for (Field port : ports) {
      byName
          .computeIfAbsent(port.at("name").text(), key -> new Numbers())
          .add(port.at("port").number());
    }
  }

  /** Returns the number of a server that expects TLS, if a port leads to another number. */
  OptionalInt tls(HostDefinition target, HostPort port) {
    for (int number : numbers(target, port).ofTls) {
      if (number != port.number()) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether a port leads to servers that expect HTTP without TLS, and to no others. */
  boolean isPlain(HostDefinition target, HostPort port) {
    Numbers numbers = numbers(target, port);
    boolean known = target.isEntry() && port.number() == OF_HTTP;
    return !numbers.others && (numbers.any || known);
  }

  /** Returns whether a number is one on which servers expect TLS. */
  static boolean isOfTls(int number) {
    return OF_TLS.contains(number);
  }

  private Numbers numbers(HostDefinition target, HostPort port) {
    if (!target.isEntry()) {
      return ofServices
          .getOrDefault(target.host().host(), Map.of())
          .getOrDefault(port.name(), Numbers.NONE);
    }
    Numbers own = ofEntry(target.object()).get(port.name());
    return own == null ? Numbers.of(port.targetPort()) : own;
  }

  /** The ports of an endpoint count before {@code targetPort}. */
  private Map<String, Numbers> ofEntry(ManifestObject entry) {
    Map<String, Numbers> byName = ofEntries.get(entry);
    if (byName == null) {
      byName = new HashMap<>();
      for (Field endpoint : Field.of(entry, "spec", "endpoints").items()) {
        Field ports = endpoint.at("ports");
        for (String name : new HashSet<>(ports.keys())) {
          OptionalInt number = ports.at(name).number();
          if (number.isPresent()) {
            byName.computeIfAbsent(name, key -> new Numbers()).add(number);
          }
        }
      }
      ofEntries.put(entry, byName);
    }
    return byName;
  }
}
