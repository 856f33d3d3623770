package io.egressalias.imports;

import io.egressalias.diagnostic.Quoted;
import io.egressalias.diagnostic.Rule;
import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IpAddress;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The target and the ports of a ServiceEntry.
 *
 * @param target the one host or the addresses to which it leads
 * @param ports the ports by their numbers
 * @param details the fields of its endpoints that a declaration does not have
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
record EntryTarget(Target target, Map<Integer, Port> ports, List<Field> details) {
  private static final Set<String> ENDPOINT = Set.of("address", "ports");

  /**
   * A port of a ServiceEntry.
   *
   * @param field the port in the object
   * @param number the number
   * @param targets the numbers of this port at the endpoints; more than one cannot be imported
   */
  record Port(Field field, int number, Set<Integer> targets) {

    String name() {
      return field.at("name").text();
    }

    String protocol() {
      return field.at("protocol").text();
    }

    int target() {
      return targets.iterator().next();
    }
  }

  /** Reads an entry; empty: it leads to no single host, and to no addresses. */
  static Optional<EntryTarget> of(ManifestObject entry) {
    Field spec = Field.of(entry, "spec");
    List<Field> endpoints = spec.at("endpoints").items();
    Optional<Target> target = target(spec, endpoints);
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Field> details = new ArrayList<>();
    for (Field endpoint : endpoints) {
      for (String key : endpoint.keys()) {
        if (!ENDPOINT.contains(key)) {
          details.add(endpoint.at(key));
        }
      }
    }
    return Optional.of(new EntryTarget(target.get(), ports(spec, endpoints), details));
  }

  private static Optional<Target> target(Field spec, List<Field> endpoints) {
    List<String> addresses = new ArrayList<>();
    for (Field endpoint : endpoints) {
      addresses.add(endpoint.at("address").text());
    }
    boolean dns = spec.at("resolution").text().startsWith("DNS");
    if (dns && addresses.isEmpty()) {
      addresses = spec.at("hosts").texts();
    }
    if (dns && addresses.size() == 1 && !isAddress(addresses.get(0))) {
      return Optional.of(new ExternalName(addresses.get(0)));
    }
    boolean literal = !addresses.isEmpty();
    for (String address : addresses) {
      literal &= isAddress(address);
    }
    boolean known = dns || spec.at("resolution").text().equals("STATIC");
    return known && literal ? Optional.of(new StaticEndpoints(addresses)) : Optional.empty();
  }

  private static boolean isAddress(String text) {
    return IpAddress.parse(text).isPresent();
  }

  private static Map<Integer, Port> ports(Field spec, List<Field> endpoints) {
    Map<Integer, Port> ports = new LinkedHashMap<>();
    for (Field field : spec.at("ports").items()) {
      OptionalInt number = field.at("number").number();
      if (number.isPresent()) {
        int own = field.at("targetPort").number().orElse(number.getAsInt());
        Set<Integer> targets = targets(field, own, endpoints);
        ports.putIfAbsent(number.getAsInt(), new Port(field, number.getAsInt(), targets));
      }
    }
    return ports;
  }

  /** An endpoint can have a number of its own for the name of a port. */
  private static Set<Integer> targets(Field port, int own, List<Field> endpoints) {
    Set<Integer> targets = new LinkedHashSet<>();
    for (Field endpoint : endpoints) {
      targets.add(endpoint.at("ports").at(port.at("name").text()).number().orElse(own));
    }
    if (targets.isEmpty()) {
      targets.add(own);
    }
    return targets;
  }

  /** Adds a finding if fields of the endpoints are lost; returns the notes. */
  List<String> report(ImportContext context) {
    if (details.isEmpty()) {
      return List.of();
    }
    Field first = details.get(0);
    context
        .findings()
        .add(
            Rule.ENDPOINT_DETAILS,
            first.object(),
            first.path(),
            "expected `address` and `ports`, found `"
                + first.path()
                + "`, which a declaration does not have",
            "Remove the field if its effect is not needed");
    return List.of(
        "Lost: `" + first.path() + "` of " + first.object().id() + ". " + Places.of(first));
  }

  /** Adds a finding if a port has no number or several at the endpoints; returns whether. */
  boolean refuses(Port port, ImportContext context) {
    Field written = port.field().at("targetPort");
    if (written.present() && written.number().isEmpty()) {
      context
          .findings()
          .add(
              Rule.MALFORMED,
              written.object(),
              written.path(),
              "expected the number of a port, found `" + Quoted.shortened(written.text()) + "`",
              "Write a number, such as `targetPort: 443`");
      return true;
    }
    if (port.targets().size() == 1) {
      return false;
    }
    context
        .findings()
        .add(
            Rule.PORTS_PER_ADDRESS,
            port.field().object(),
            port.field().path(),
            "expected one number for all endpoints, found " + port.targets(),
            "Write one ServiceEntry for each number, and one alias for each ServiceEntry");
    return true;
  }
}
