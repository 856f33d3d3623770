package io.egressalias.benchmark;

import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates the specs of Istio's objects as a program without models of them does. */
final class IstioSpecs {
  private IstioSpecs() {}

  static Map<String, Object> serviceEntry(EgressAlias alias) {
    List<Object> ports = new ArrayList<>();
    boolean http = true;
    for (ServicePort port : alias.ports()) {
      http &= port.speaksHttp();
      Map<String, Object> entry = new LinkedHashMap<>();
      port.name().ifPresent(name -> entry.put("name", name));
      entry.put("number", port.port());
      entry.put("protocol", IstioProtocol.of(port).orElse(IstioProtocol.TCP).serviceEntryWord());
      if (port.targetNumber() != port.port()) {
        entry.put("targetPort", port.targetNumber());
      }
      ports.add(entry);
    }
    List<Object> endpoints = new ArrayList<>();
    if (alias.target() instanceof ExternalName target) {
      endpoints.add(Map.of("address", target.host()));
    } else if (alias.target() instanceof StaticEndpoints target) {
      for (String address : target.addresses()) {
        endpoints.add(Map.of("address", address));
      }
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("hosts", List.of(PeerNames.entry(alias)));
    if (!http) {
      spec.put("addresses", List.of("240.0.0.1"));
    }
    spec.put("location", "MESH_EXTERNAL");
    spec.put("resolution", alias.target() instanceof ExternalName ? "DNS" : "STATIC");
    spec.put("ports", ports);
    spec.put("endpoints", endpoints);
    return spec;
  }

  static Map<String, Object> rule(EgressAlias alias, String host, boolean routed) {
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("host", host);
    spec.put("trafficPolicy", policy(alias, routed ? PeerNames.topTls(alias) : null));
    if (routed) {
      spec.put("subsets", subsets(alias));
    }
    return spec;
  }

  private static List<Object> subsets(EgressAlias alias) {
    Set<String> names = new HashSet<>();
    List<Object> subsets = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      String name = PeerNames.subset(alias, port);
      if (names.add(name)) {
        Map<String, Object> subset = new LinkedHashMap<>();
        subset.put("name", name);
        subset.put("trafficPolicy", policy(alias, alias.tls(port).orElse(null)));
        subsets.add(subset);
      }
    }
    return subsets;
  }

  private static Map<String, Object> policy(EgressAlias alias, @Nullable ClientTls tls) {
    return Map.of("tls", tls(alias, tls));
  }

  private static Map<String, Object> tls(EgressAlias alias, @Nullable ClientTls declared) {
    if (!(declared instanceof Origination tls)) {
      return Map.of("mode", "DISABLE");
    }
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("mode", tls instanceof Mutual ? "MUTUAL" : "SIMPLE");
    String sni = PeerNames.sni(alias, tls);
    if (sni != null) {
      settings.put("sni", sni);
      settings.put("subjectAltNames", List.of(sni));
    }
    settings.put("caCertificates", tls.caCertificates().orElse("system"));
    if (tls instanceof Mutual mutual) {
      mutual.clientCertificate().ifPresent(path -> settings.put("clientCertificate", path));
      mutual.privateKey().ifPresent(path -> settings.put("privateKey", path));
    }
    return settings;
  }

  static Map<String, Object> virtualService(EgressAlias alias, Platform platform) {
    List<Object> http = new ArrayList<>();
    List<Object> tcp = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      Map<String, Object> route = new LinkedHashMap<>();
      route.put("match", List.of(Map.of("port", port.port())));
      if (port.speaksHttp() && alias.authority().isPresent()) {
        route.put("rewrite", Map.of("authority", alias.authority().get()));
      }
      Map<String, Object> destination = new LinkedHashMap<>();
      destination.put("host", PeerNames.entry(alias));
      destination.put("subset", PeerNames.subset(alias, port));
      destination.put("port", Map.of("number", port.port()));
      route.put("route", List.of(Map.of("destination", destination)));
      (port.speaksHttp() ? http : tcp).add(route);
    }
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("hosts", List.of(PeerNames.host(alias, platform), PeerNames.entry(alias)));
    if (!http.isEmpty()) {
      spec.put("http", http);
    }
    if (!tcp.isEmpty()) {
      spec.put("tcp", tcp);
    }
    return spec;
  }
}
