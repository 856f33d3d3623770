package io.egressalias.imports;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.Ownership;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.EgressAliases;
import io.egressalias.object.KnownKind;
import io.egressalias.object.ObjectId;
import io.egressalias.render.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds the objects of declared aliases among those of manifests. */
final class ObjectsOfAliases {
  private static final List<String> ROUTES = List.of("http", "tcp", "tls");

  /** An alias and the domain of its cluster. */
  private record Declared(EgressAlias alias, String domain) {}

  private final Map<String, Declared> aliases = new HashMap<>();

  /** The aliases by the hosts to which their routes lead. */
  private final Map<String, Declared> destinations = new HashMap<>();

  /** The hosts to which routes of others lead. */
  private final Set<String> ofOthers = new HashSet<>();

  private final Set<String> domains = new HashSet<>();
  private final Optional<String> namespace;
  private final List<Manifest> manifests = new ArrayList<>();
  private final List<ObjectId> shared = new ArrayList<>();

  /**
   * Creates a search.
   *
   * @param namespace the namespace of objects that name none; empty: none
   */
  ObjectsOfAliases(List<EgressAliases> declarations, Optional<String> namespace) {
    this.namespace = namespace;
    for (EgressAliases declaration : declarations) {
      String domain = declaration.platform().clusterDomain();
      domains.add(domain);
      for (EgressAlias alias : declaration.aliases()) {
        EgressAlias complete = declaration.resolve(alias);
        aliases.put(
            key(complete.effectiveNamespace(), complete.name()), new Declared(complete, domain));
      }
    }
  }

  List<Manifest> manifests() {
    return manifests;
  }

  List<ObjectId> shared() {
    return shared;
  }

  void read(List<ManifestObject> objects) {
    List<ManifestObject> rest = new ArrayList<>();
    for (ManifestObject object : objects) {
      if (object.kind() == KnownKind.VIRTUAL_SERVICE) {
        route(object);
      } else {
        rest.add(object);
      }
    }
    destinations.keySet().removeAll(ofOthers);
    Map<ManifestObject, Declared> entries = entries(rest);
    for (ManifestObject object : rest) {
      Declared owner = entries.containsKey(object) ? entries.get(object) : owner(object);
      if (owner != null) {
        add(object, owner);
      }
    }
  }

  private static String key(String namespace, String name) {
    return namespace + "/" + name;
  }

  private String namespace(ManifestObject object) {
    return object.id().namespace().or(() -> namespace).orElse(EgressAlias.DEFAULT_NAMESPACE);
  }

  private void route(ManifestObject route) {
    List<String> reached = reached(route);
    List<String> hosts = new ArrayList<>(Field.of(route, "spec", "hosts").texts());
    // A route may also be for the host to which it leads.
    hosts.removeAll(reached.stream().filter(host -> !isLocal(route, host)).toList());
    Declared owner = ownerOfHosts(route, hosts, Map.of());
    if (owner == null) {
      ofOthers.addAll(reached);
    } else {
      add(route, owner);
      reached.forEach(host -> destinations.put(host, owner));
    }
  }

  private boolean isLocal(ManifestObject object, String host) {
    return ofHost(object, host, Map.of()) != null;
  }

  private static List<String> reached(ManifestObject route) {
    List<String> hosts = new ArrayList<>();
    for (String protocol : ROUTES) {
      for (Field rule : Field.of(route, "spec", protocol).items()) {
        for (Field destination : rule.at("route").items()) {
          hosts.add(destination.at("destination").at("host").text());
        }
      }
    }
    return hosts;
  }

  /** Returns the ServiceEntries of aliases, and adds their hosts to the destinations. */
  private Map<ManifestObject, Declared> entries(List<ManifestObject> objects) {
    Map<ManifestObject, Declared> entries = new HashMap<>();
    Map<String, Declared> hosts = new HashMap<>();
    for (ManifestObject object : objects) {
      if (object.kind() == KnownKind.SERVICE_ENTRY) {
        List<String> names = Field.of(object, "spec", "hosts").texts();
        // Callers may also use a host that DNS resolves, so its entry is not the alias's alone.
        boolean made = !Field.of(object, "spec", "endpoints").items().isEmpty();
        Declared owner = ownerOfHosts(object, names, made ? destinations : Map.of());
        if (owner != null) {
          entries.put(object, owner);
          names.forEach(name -> hosts.put(name, owner));
        }
      }
    }
    destinations.clear();
    destinations.putAll(hosts);
    return entries;
  }

  private @Nullable Declared owner(ManifestObject object) {
    return switch (object.kind()) {
      case SERVICE -> aliases.get(key(namespace(object), object.id().name()));
      case ENDPOINTS ->
          Ownership.isOfControlPlane(object)
              ? null
              : aliases.get(key(namespace(object), object.id().name()));
      case ENDPOINT_SLICE ->
          Ownership.isOfController(object)
              ? null
              : aliases.get(
                  key(
                      namespace(object),
                      Field.of(object, "metadata", "labels", ManifestObject.SERVICE_NAME).text()));
      case DESTINATION_RULE ->
          ofHost(object, Field.of(object, "spec", "host").text(), destinations);
      case VIRTUAL_SERVICE, SERVICE_ENTRY -> null;
    };
  }

  /** Returns the alias that all hosts belong to; null: none, or other hosts are among them. */
  private @Nullable Declared ownerOfHosts(
      ManifestObject object, List<String> hosts, Map<String, Declared> others) {
    Declared owner = null;
    boolean alone = true;
    for (String host : hosts) {
      Declared found = ofHost(object, host, others);
      owner = found == null ? owner : found;
      alone &= found != null && found.equals(owner);
    }
    if (owner != null && !alone) {
      shared.add(placed(object));
      return null;
    }
    return owner;
  }

  private @Nullable Declared ofHost(
      ManifestObject object, String host, Map<String, Declared> others) {
    for (String domain : domains) {
      LocalHost local = LocalHost.of(host, domain);
      if (local != null) {
        String in = local.namespace().isEmpty() ? namespace(object) : local.namespace();
        Declared found = aliases.get(key(in, local.name()));
        if (found != null && found.domain().equals(domain)) {
          return found;
        }
      }
    }
    return others.get(host);
  }

  private ObjectId placed(ManifestObject object) {
    ObjectId id = object.id();
    return id.namespace().isPresent()
        ? id
        : new ObjectId(id.group(), id.kind(), namespace, id.name());
  }

  private void add(ManifestObject object, Declared owner) {
    Existing existing = new Existing(object, placed(object).namespace());
    manifests.add(Manifest.light(existing, owner.alias(), "it exists", 0, 0));
  }

  /** An object whose tree is made when it is asked for: all of them need too much memory. */
  private record Existing(ManifestObject object, Optional<String> namespace)
      implements Supplier<ObjectNode> {
    @Override
    public ObjectNode get() {
      ObjectNode tree = ObjectTree.of(object);
      namespace.ifPresent(name -> tree.withObject("metadata").put("namespace", name));
      return tree;
    }
  }
}
