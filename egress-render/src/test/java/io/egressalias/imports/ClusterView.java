package io.egressalias.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster makes of objects: the values that count, with the defaults of an API server.
 * Endpoints and EndpointSlices are one form. A key is an alias and a part, such as {@code shop/db
 * labels}.
 */
final class ClusterView {
  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";

  /** Annotations that servers and kubectl write. */
  private static final Set<String> WRITTEN_BY_SERVERS =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "endpoints.kubernetes.io/last-change-trigger-time");

  /** Fields of a Service with the value that is the default. */
  private static final Map<String, Object> DEFAULTS =
      Map.of(
          "sessionAffinity",
          "None",
          "internalTrafficPolicy",
          "Cluster",
          "externalTrafficPolicy",
          "Cluster",
          "publishNotReadyAddresses",
          false,
          "externalIPs",
          List.of(),
          "loadBalancerSourceRanges",
          List.of());

  private static final Set<String> OTHERS =
      Set.of(
          "trafficDistribution", "loadBalancerIP", "sessionAffinityConfig", "healthCheckNodePort");

  private final Map<String, Object> values = new TreeMap<>();
  private final String domain;
  private final String unnamed;

  private ClusterView(String domain, String unnamed) {
    this.domain = domain;
    this.unnamed = unnamed;
  }

  /**
   * Returns the values of the objects, by alias and part.
   *
   * @param unnamed the namespace of objects that name none
   */
  static Map<String, Object> of(List<?> objects, String domain, String unnamed) {
    ClusterView view = new ClusterView(domain, unnamed);
    flat(objects).forEach(view::add);
    return view.values;
  }

  /** Returns the objects, with those of lists. */
  static List<Map<?, ?>> flat(List<?> objects) {
    return flat(objects, "", "");
  }

  /** An item of a list such as a ServiceList has no kind of its own. */
  private static List<Map<?, ?>> flat(List<?> objects, String version, String kind) {
    List<Map<?, ?>> flat = new ArrayList<>();
    for (Object each : objects) {
      if (each instanceof Map<?, ?> object) {
        String own = Objects.requireNonNullElse(text(object, "kind"), kind);
        String written = Objects.requireNonNullElse(text(object, "apiVersion"), version);
        if (object.get("items") instanceof List<?> items) {
          flat.addAll(flat(items, written, own.replaceFirst("List$", "")));
        } else if (!own.isEmpty()) {
          Map<Object, Object> whole = new LinkedHashMap<>(object);
          whole.put("kind", own);
          whole.put("apiVersion", written);
          flat.add(whole);
        }
      }
    }
    return flat;
  }

  private void add(Map<?, ?> object) {
    String version = Objects.requireNonNullElse(text(object, "apiVersion"), "");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    switch (group + "/" + text(object, "kind")) {
      case "/Service" -> service(object);
      case "/Endpoints" -> endpoints(object);
      case "discovery.k8s.io/EndpointSlice" -> slice(object);
      case "networking.istio.io/DestinationRule" -> istio(object, map(object, "spec").get("host"));
      case "networking.istio.io/VirtualService", "networking.istio.io/ServiceEntry" ->
          istio(object, first(list(map(object, "spec"), "hosts")));
      default -> {}
    }
  }

  private static @Nullable Object first(List<?> list) {
    return list.isEmpty() ? null : list.get(0);
  }

  private void service(Map<?, ?> object) {
    Map<?, ?> spec = map(object, "spec");
    String id = id(object, name(object));
    boolean external = "ExternalName".equals(spec.get("type"));
    put(id, "service", Objects.requireNonNullElse(spec.get("type"), "ClusterIP"));
    put(id, "labels", map(map(object, "metadata"), "labels"));
    put(id, "annotations", annotations(object));
    put(id, "externalName", spec.get("externalName"));
    put(id, "headless", !external && "None".equals(spec.get("clusterIP")));
    put(id, "selector", map(spec, "selector"));
    List<Object> ports = new ArrayList<>();
    for (Object each : list(spec, "ports")) {
      if (each instanceof Map<?, ?> port) {
        ports.add(servicePort(port));
        // Only a written number counts: without a selector it is read by no program.
        put(id, "targetPort " + port.get("port"), port.get("targetPort"));
      }
    }
    put(id, "ports", ports);
    if (!external) {
      put(id, "families", families(spec));
    }
    DEFAULTS.forEach(
        (key, value) -> put(id, key, value.equals(spec.get(key)) ? null : spec.get(key)));
    OTHERS.forEach(key -> put(id, key, spec.get(key)));
  }

  private static Map<String, Object> servicePort(Map<?, ?> port) {
    Map<String, Object> value = new TreeMap<>();
    value.put("name", Objects.requireNonNullElse(port.get("name"), ""));
    value.put("port", Objects.requireNonNullElse(port.get("port"), ""));
    value.put("protocol", Objects.requireNonNullElse(port.get("protocol"), "TCP"));
    value.put("appProtocol", Objects.requireNonNullElse(port.get("appProtocol"), ""));
    return value;
  }

  private static String families(Map<?, ?> spec) {
    List<?> families = list(spec, "ipFamilies");
    Object policy = spec.get("ipFamilyPolicy");
    boolean both = families.size() > 1 || (policy != null && !"SingleStack".equals(policy));
    return (families.isEmpty() ? List.of("IPv4") : families) + (both ? " " + policy : "");
  }

  private static Map<String, Object> annotations(Map<?, ?> object) {
    Map<String, Object> annotations = new TreeMap<>();
    map(map(object, "metadata"), "annotations")
        .forEach(
            (key, value) -> {
              if (!WRITTEN_BY_SERVERS.contains(String.valueOf(key))) {
                annotations.put(String.valueOf(key), String.valueOf(value));
              }
            });
    return annotations;
  }

  private void endpoints(Map<?, ?> object) {
    String id = id(object, name(object));
    for (Object each : list(object, "subsets")) {
      if (each instanceof Map<?, ?> subset) {
        for (Object address : list(subset, "addresses")) {
          addresses(id, "addresses", (Map<?, ?>) address, "ip", list(subset, "ports"));
        }
        for (Object address : list(subset, "notReadyAddresses")) {
          addresses(id, "not ready", (Map<?, ?>) address, "ip", list(subset, "ports"));
        }
      }
    }
  }

  private void slice(Map<?, ?> object) {
    Map<?, ?> labels = map(map(object, "metadata"), "labels");
    String service = String.valueOf(labels.get(SERVICE_NAME));
    if (String.valueOf(labels.get(MANAGED_BY)).endsWith(".k8s.io")) {
      return;
    }
    for (Object each : list(object, "endpoints")) {
      Map<?, ?> endpoint = (Map<?, ?>) each;
      boolean ready = !Boolean.FALSE.equals(map(endpoint, "conditions").get("ready"));
      for (Object address : list(endpoint, "addresses")) {
        Map<Object, Object> as = new TreeMap<>();
        endpoint.forEach((key, value) -> as.put(String.valueOf(key), value));
        as.put("ip", address);
        addresses(
            id(object, service),
            ready ? "addresses" : "not ready",
            as,
            "ip",
            list(object, "ports"));
      }
    }
  }

  private void addresses(String id, String part, Map<?, ?> address, String key, List<?> ports) {
    Set<String> all = new TreeSet<>();
    for (Object each : ports) {
      if (each instanceof Map<?, ?> port) {
        Object name = Objects.requireNonNullElse(port.get("name"), "");
        Object protocol = Objects.requireNonNullElse(port.get("protocol"), "TCP");
        all.add("%s %s:%s/%s".formatted(name, address.get(key), port.get("port"), protocol));
      }
    }
    add(id, part, all);
    for (String detail : List.of("hostname", "nodeName", "targetRef", "zone", "hints")) {
      if (address.get(detail) != null) {
        add(id, detail, Set.of(address.get(key) + " " + address.get(detail)));
      }
    }
  }

  @SuppressWarnings("unchecked") // a part of addresses is a set
  private void add(String id, String part, Set<String> more) {
    ((Set<String>) values.computeIfAbsent(id + " " + part, k -> new TreeSet<>())).addAll(more);
  }

  /** Names of Istio objects do not count, hosts do. */
  private void istio(Map<?, ?> object, @Nullable Object host) {
    Map<String, Object> spec = new TreeMap<>();
    map(object, "spec")
        .forEach((key, value) -> spec.put(String.valueOf(key), hosts(object, value)));
    spec.remove("host");
    spec.remove("hosts");
    values.put(alias(object, String.valueOf(host)) + " " + text(object, "kind"), spec);
  }

  /** Returns the alias that a host is a spelling of; the host itself: it is none. */
  private String alias(Map<?, ?> object, String host) {
    String[] labels = host.split("\\.", 3);
    if (labels.length == 1) {
      return id(object, host);
    }
    boolean local =
        labels.length == 2 || labels[2].equals("svc") || labels[2].equals("svc." + domain);
    return local ? (labels[1].equals("default") ? "" : labels[1]) + "/" + labels[0] : host;
  }

  private Object hosts(Map<?, ?> object, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> changed = new TreeMap<>();
      map.forEach(
          (key, each) ->
              changed.put(
                  String.valueOf(key),
                  "host".equals(key) ? alias(object, String.valueOf(each)) : hosts(object, each)));
      return changed;
    }
    return value instanceof List<?> list
        ? list.stream().map(each -> hosts(object, each)).toList()
        : value;
  }

  private void put(String id, String part, @Nullable Object value) {
    if (value != null) {
      values.put(id + " " + part, value);
    }
  }

  /** A missing namespace is {@code default}. */
  private String id(Map<?, ?> object, String name) {
    String namespace = text(map(object, "metadata"), "namespace");
    String in = namespace == null ? unnamed : namespace;
    return (in.equals("default") ? "" : in) + "/" + name;
  }

  private static String name(Map<?, ?> object) {
    return String.valueOf(map(object, "metadata").get("name"));
  }

  private static @Nullable String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : null;
  }

  private static Map<?, ?> map(Map<?, ?> map, String key) {
    return map.get(key) instanceof Map<?, ?> value ? value : Map.of();
  }

  private static List<?> list(Map<?, ?> map, String key) {
    return map.get(key) instanceof List<?> value ? value : List.of();
  }
}
