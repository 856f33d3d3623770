package io.egressalias.lint;

import io.egressalias.internal.manifest.Field;
import io.egressalias.internal.manifest.LocalHost;
import io.egressalias.internal.manifest.ManifestObject;
import io.egressalias.internal.manifest.ManifestSet;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.IpAddress;
import java.util.ArrayList;
import java.util.Collection;
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

  /** The gateway that means all sidecars. */
  private static final String SIDECARS = "mesh";

  private final Map<String, HostObjects> hosts = new LinkedHashMap<>();
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
    for (String host : spec.at("hosts").texts()) {
      addOnce(object, host(resolve(host, object)).routes);
      hasWildcardRoutes |= host.startsWith("*");
    }
    for (String section : List.of("http", "tls", "tcp")) {
      for (Field route : spec.at(section).items()) {
        for (Field item : route.at("route").items()) {
          destination(object, section, route, item.at("destination"));
        }
        destination(object, section, route, route.at("mirror"));
        for (Field item : route.at("mirrors").items()) {
          destination(object, section, route, item.at("destination"));
        }
      }
    }
  }

  private void destination(ManifestObject object, String section, Field route, Field field) {
    String written = field.at("host").text();
    if (!written.isEmpty()) {
      String host = resolve(written, object);
      boolean forSidecars = uses(object, route, true);
      boolean forGateways = uses(object, route, false);
      host(host)
          .add(new Destination(object, section, route, field, host, forSidecars, forGateways));
    }
  }

  /**
   * A match without gateways has those of the VirtualService, which are sidecars if not written.
   */
  private static boolean uses(ManifestObject object, Field route, boolean sidecars) {
    List<String> all = Field.of(object, "spec", "gateways").texts();
    List<Field> matches = route.at("match").items();
    if (matches.isEmpty()) {
      return has(all, sidecars);
    }
    for (Field match : matches) {
      List<String> own = match.at("gateways").texts();
      if (has(own.isEmpty() ? all : own, sidecars)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<String> gateways, boolean sidecars) {
    if (gateways.isEmpty()) {
      return sidecars;
    }
    for (String gateway : gateways) {
      if (gateway.equals(SIDECARS) == sidecars) {
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
    return hosts.computeIfAbsent(host, HostObjects::new);
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
    return found == null ? new HostObjects(host) : found;
  }

  /**
   * Returns the rules whose host begins with {@code *} and includes a host, those of the longest
   * host first.
   */
  List<RuleView> wildcardRules(String host) {
    if (!hasWildcardRules) {
      return List.of();
    }
    List<RuleView> rules = new ArrayList<>();
    for (int dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      HostObjects wildcard = hosts.get("*" + host.substring(dot));
      if (wildcard != null) {
        rules.addAll(wildcard.rules);
      }
    }
    rules.addAll(get("*").rules);
    return rules;
  }

  /** Returns the rules of a namespace that are for a host, or for one that includes it. */
  List<RuleView> rules(HostObjects host, String namespace) {
    List<RuleView> own = host.rulesIn(namespace);
    if (!hasWildcardRules) {
      return own;
    }
    List<RuleView> rules = new ArrayList<>(own);
    String name = host.host();
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
      addOthers(host, "*" + name.substring(dot), namespace, rules);
    }
    addOthers(host, "*", namespace, rules);
    return rules;
  }

  private void addOthers(
      HostObjects host, String wildcard, String namespace, List<RuleView> rules) {
    HostObjects found = hosts.get(wildcard);
    if (found != null && !found.equals(host)) {
      rules.addAll(found.rulesIn(namespace));
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
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
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

  /** Returns whether an object of a namespace is exported to the workloads of another one. */
  static boolean isExported(Field exportTo, String own, String caller) {
    List<String> to = exportTo.texts();
    if (to.isEmpty() || to.contains("*") || to.contains(caller)) {
      return true;
    }
    return to.contains(".") && own.equals(caller);
  }
}
