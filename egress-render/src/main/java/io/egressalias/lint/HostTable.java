package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of a set by the hosts that they define, or for which they are. */
final class HostTable {
  /** The namespace of objects that name none. */
  static final String DEFAULT_NAMESPACE = EgressAlias.DEFAULT_NAMESPACE;

  /** The namespace whose rules apply in all others, unless the mesh configures another one. */
  static final String ROOT_NAMESPACE = "istio-system";

  /** The number of characters of the longest name in DNS, and of a dot. */
  private static final int LONGEST_NAME = 254;

  private final Map<String, HostObjects> hosts = new LinkedHashMap<>();
  private final Map<ManifestObject, VirtualServiceView> views = new HashMap<>();
  private final Map<ManifestObject, DefinitionView> definitions = new HashMap<>();
  private @Nullable List<HostDefinition> external;
  private boolean hasWildcardRules;
  private boolean hasWildcardRoutes;
  private final String unnamed;
  private final String domain;

  private final AmbientScope ambient;

  private HostTable(String unnamed, String domain, AmbientScope ambient) {
    this.unnamed = unnamed;
    this.domain = domain;
    this.ambient = ambient;
  }

  /**
   * Indexes a set, in time that is linear in its size.
   *
   * @param unnamed the namespace of objects that name none
   * @param domain the cluster domain
   * @param ambient the namespaces whose traffic ztunnels and waypoints carry
   */
  static HostTable of(ManifestSet set, String unnamed, String domain, AmbientScope ambient) {
    HostTable table = new HostTable(unnamed, domain, ambient);
    for (ManifestObject object : set.objects()) {
      table.add(object);
    }
    return table;
  }

  private void add(ManifestObject object) {
    switch (object.kind()) {
      case SERVICE -> host(nameOf(object)).services.add(object);
      case SERVICE_ENTRY -> {
        for (String host : Field.of(object, "spec", "hosts").texts()) {
          addOnce(object, host(host.toLowerCase(Locale.ROOT)).entries);
        }
      }
      case DESTINATION_RULE -> rule(object);
      case VIRTUAL_SERVICE -> route(object);
      case ENDPOINTS, ENDPOINT_SLICE -> {}
    }
  }

  private void rule(ManifestObject object) {
    String written = Field.of(object, "spec", "host").text();
    if (!written.isEmpty()) {
      String namespace = namespace(object);
      RuleView rule =
          new RuleView(object, namespace, resolve(written, object), ambient.includes(namespace));
      host(rule.host()).rules.add(rule);
      hasWildcardRules |= rule.host().startsWith("*");
    }
  }

  private void route(ManifestObject object) {
    Field spec = Field.of(object, "spec");
    VirtualServiceView service = view(object);
    for (String host : spec.at("hosts").texts()) {
      addOnce(object, host(resolve(host, object)).routes);
      hasWildcardRoutes |= host.startsWith("*");
    }
    for (String section : List.of("http", "tls", "tcp")) {
      for (RouteView view : service.routes(section)) {
        Field route = view.field();
        boolean forSidecars = uses(service, route, true);
        boolean forGateways = uses(service, route, false);
        for (Field item : route.at("route").items()) {
          destination(section, view, item.at("destination"), forSidecars, forGateways);
        }
        destination(section, view, route.at("mirror"), forSidecars, forGateways);
        for (Field item : route.at("mirrors").items()) {
          destination(section, view, item.at("destination"), forSidecars, forGateways);
        }
      }
    }
  }

  private void destination(
      String section, RouteView route, Field field, boolean forSidecars, boolean forGateways) {
    String written = field.at("host").text();
    if (!written.isEmpty()) {
      ManifestObject object = field.object();
      String host = resolve(written, object);
      host(host)
          .add(
              new Destination(
                  object,
                  section,
                  route,
                  field,
                  field.at("port").at("number").number(),
                  host,
                  forSidecars,
                  forGateways));
    }
  }

  /**
   * A match without gateways has those of the VirtualService, which are sidecars if not written.
   */
  private static boolean uses(VirtualServiceView service, Field route, boolean sidecars) {
    List<Field> matches = route.at("match").items();
    if (matches.isEmpty()) {
      return service.isFor(sidecars);
    }
    for (Field match : matches) {
      List<String> own = match.at("gateways").texts();
      if (own.isEmpty() ? service.isFor(sidecars) : VirtualServiceView.includes(own, sidecars)) {
        return true;
      }
    }
    return false;
  }

  /** The hosts of one object are read one after another, so only the last item can be equal. */
  private static void addOnce(ManifestObject object, List<ManifestObject> list) {
    if (list.isEmpty() || !list.get(list.size() - 1).equals(object)) {
      list.add(object);
    }
  }

  private HostObjects host(String host) {
    return hosts.computeIfAbsent(host, key -> new HostObjects(key, this));
  }

  /** Returns what is about each host, in the order in which the inputs name the hosts. */
  Collection<HostObjects> all() {
    return hosts.values();
  }

  /** Returns what is about a host, in full and in lower case; null: nothing. */
  @Nullable HostObjects find(String host) {
    return hosts.get(host);
  }

  /** Returns what is about a host; the result is empty if nothing is. */
  HostObjects get(String host) {
    HostObjects found = hosts.get(host);
    return found == null ? new HostObjects(host, this) : found;
  }

  /**
   * Returns the hosts with rules that begin with {@code *} and include a host, the longest first.
   */
  List<HostObjects> wildcards(String host) {
    if (!hasWildcardRules) {
      return List.of();
    }
    List<HostObjects> found = new ArrayList<>();
    for (int dot = firstDot(host); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      addWildcard("*" + host.substring(dot), found);
    }
    addWildcard("*", found);
    return found;
  }

  /** Longer names are no names of DNS, and Istio refuses them as hosts. */
  private static int firstDot(String host) {
    return host.indexOf('.', Math.max(0, host.length() - LONGEST_NAME));
  }

  private void addWildcard(String host, List<HostObjects> wildcards) {
    HostObjects found = hosts.get(host);
    if (found != null && !found.rules.isEmpty()) {
      wildcards.add(found);
    }
  }

  /**
   * Returns the VirtualServices that are for a host. Those of exactly this host count before those
   * of a host that begins with {@code *}.
   */
  List<ManifestObject> routes(HostObjects host) {
    if (!host.routes.isEmpty() || !hasWildcardRoutes) {
      return host.routes;
    }
    String name = host.host();
    for (int dot = firstDot(name); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      HostObjects wildcard = hosts.get("*" + name.substring(dot));
      if (wildcard != null && !wildcard.routes.isEmpty()) {
        return wildcard.routes;
      }
    }
    return get("*").routes;
  }

  /** Returns the namespace of an object; never empty. */
  String namespace(ManifestObject object) {
    return object.id().namespace().orElse(unnamed);
  }

  /** Returns the host name of a Service, in full. */
  String nameOf(ManifestObject service) {
    return nameOf(service.id().name(), namespace(service));
  }

  /** Returns the host name of a Service, in full. */
  String nameOf(String service, String namespace) {
    return (service + "." + namespace + ".svc." + domain).toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a host of an object in full, as Istio does: only a name without a dot is that of a
   * Service, in the namespace of the object.
   */
  String resolve(String host, ManifestObject object) {
    String lower = host.toLowerCase(Locale.ROOT);
    boolean isShort =
        lower.indexOf('.') < 0 && !lower.equals("*") && IpAddress.parse(lower).isEmpty();
    return isShort ? nameOf(lower, namespace(object)) : lower;
  }

  /**
   * Returns the Service that an author means by a host in any of its four spellings, of which Istio
   * does not resolve {@code db.shop} and {@code db.shop.svc}; null: no name of a Service.
   */
  @Nullable HostObjects meant(String host, ManifestObject object) {
    LocalHost local = LocalHost.of(host.toLowerCase(Locale.ROOT), domain);
    if (local == null) {
      return null;
    }
    String namespace = local.namespace().isEmpty() ? namespace(object) : local.namespace();
    HostObjects found = hosts.get(nameOf(local.name(), namespace));
    return found == null || found.services.isEmpty() ? null : found;
  }

  /** Returns whether a host is within the domain of the cluster. */
  boolean isLocal(String host) {
    return host.endsWith("." + domain) || host.endsWith(".svc");
  }

  /** Returns what a Service or ServiceEntry of the set says. */
  DefinitionView definition(ManifestObject object) {
    DefinitionView found = definitions.get(object);
    if (found == null) {
      found = new DefinitionView(object, this);
      definitions.put(object, found);
    }
    return found;
  }

  /** Returns the definitions of hosts outside of the mesh, in the order of the hosts. */
  List<HostDefinition> external() {
    if (external == null) {
      List<HostDefinition> found = new ArrayList<>();
      for (HostObjects host : hosts.values()) {
        found.addAll(HostDefinition.external(this, host));
      }
      external = List.copyOf(found);
    }
    return external;
  }

  /** Returns a VirtualService of the set. */
  VirtualServiceView view(ManifestObject service) {
    VirtualServiceView found = views.get(service);
    if (found == null) {
      found = new VirtualServiceView(service, this);
      views.put(service, found);
    }
    return found;
  }
}
