package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.object.KnownKind;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** The ports of the endpoints of each Service, by its host. */
  private final Map<String, List<Field>> written = new HashMap<>();

  ServerPorts(LintContext context) {
    HostTable hosts = context.hosts();
    for (ManifestObject endpoints : context.set().of(KnownKind.ENDPOINTS)) {
      for (Field subset : Field.of(endpoints, "subsets").items()) {
        add(hosts.nameOf(endpoints), subset.at("ports").items());
      }
    }
    for (ManifestObject slice : context.set().of(KnownKind.ENDPOINT_SLICE)) {
      String service = slice.tree().textAt("metadata", "labels", OF_SLICE);
      add(hosts.nameOf(service, hosts.namespace(slice)), Field.of(slice, "ports").items());
    }
  }

  private void add(String host, List<Field> ports) {
    written.computeIfAbsent(host, key -> new ArrayList<>()).addAll(ports);
  }

  /** Returns the number of a server that expects TLS, if a port leads to another number. */
  OptionalInt tls(HostDefinition target, HostPort port) {
    for (OptionalInt number : target.isEntry() ? ofEntry(target, port) : ofService(target, port)) {
      if (number.isPresent()
          && number.getAsInt() != port.number()
          && OF_TLS.contains(number.getAsInt())) {
        return number;
      }
    }
    return OptionalInt.empty();
  }

  /** Returns whether a port leads to the number of servers for HTTP without TLS, and no other. */
  boolean isPlain(HostDefinition target, HostPort port) {
    List<OptionalInt> numbers = target.isEntry() ? ofEntry(target, port) : ofService(target, port);
    boolean known = target.isEntry() && port.number() == OF_HTTP;
    for (OptionalInt number : numbers) {
      if (number.isPresent()) {
        if (number.getAsInt() != OF_HTTP) {
          return false;
        }
        known = true;
      }
    }
    return known;
  }

  /** Returns whether a number is one on which servers expect TLS. */
  static boolean isOfTls(int number) {
    return OF_TLS.contains(number);
  }

  /** The ports of an endpoint count before {@code targetPort}. */
  private static List<OptionalInt> ofEntry(HostDefinition target, HostPort port) {
    List<OptionalInt> numbers = new ArrayList<>();
    numbers.add(port.targetPort());
    for (Field endpoint : Field.of(target.object(), "spec", "endpoints").items()) {
      OptionalInt own = endpoint.at("ports").at(port.name()).number();
      if (own.isPresent()) {
        numbers.add(own);
        numbers.set(0, OptionalInt.empty());
      }
    }
    return numbers;
  }

  private List<OptionalInt> ofService(HostDefinition target, HostPort port) {
    List<OptionalInt> numbers = new ArrayList<>();
    for (Field each : written.getOrDefault(target.host().host(), List.of())) {
      if (each.at("name").text().equals(port.name())) {
        numbers.add(each.at("port").number());
      }
    }
    return numbers;
  }
}
