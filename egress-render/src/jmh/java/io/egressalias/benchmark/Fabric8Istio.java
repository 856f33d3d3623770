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
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettings;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ClientTLSSettingsTLSmode;
import io.fabric8.istio.api.api.networking.v1alpha3.DestinationBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryLocation;
import io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryResolution;
import io.fabric8.istio.api.api.networking.v1alpha3.Subset;
import io.fabric8.istio.api.api.networking.v1alpha3.SubsetBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TCPRoute;
import io.fabric8.istio.api.api.networking.v1alpha3.TCPRouteBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicy;
import io.fabric8.istio.api.api.networking.v1alpha3.TrafficPolicyBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.WorkloadEntry;
import io.fabric8.istio.api.api.networking.v1alpha3.WorkloadEntryBuilder;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.DestinationRuleBuilder;
import io.fabric8.istio.api.networking.v1.ServiceEntry;
import io.fabric8.istio.api.networking.v1.ServiceEntryBuilder;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Creates Istio's objects as a program with fabric8 does. */
final class Fabric8Istio {
  private Fabric8Istio() {}

  static ServiceEntry serviceEntry(EgressAlias alias, String version) {
    List<io.fabric8.istio.api.api.networking.v1alpha3.ServicePort> ports = new ArrayList<>();
    boolean http = true;
    for (ServicePort port : alias.ports()) {
      http &= port.speaksHttp();
      var built =
          new io.fabric8.istio.api.api.networking.v1alpha3.ServicePortBuilder()
              .withName(port.name().orElse(null))
              .withNumber((long) port.port())
              .withProtocol(IstioProtocol.of(port).orElse(IstioProtocol.TCP).serviceEntryWord());
      if (port.targetNumber() != port.port()) {
        built.withTargetPort((long) port.targetNumber());
      }
      ports.add(built.build());
    }
    List<WorkloadEntry> endpoints = new ArrayList<>();
    if (alias.target() instanceof ExternalName target) {
      endpoints.add(new WorkloadEntryBuilder().withAddress(target.host()).build());
    } else if (alias.target() instanceof StaticEndpoints target) {
      for (String address : target.addresses()) {
        endpoints.add(new WorkloadEntryBuilder().withAddress(address).build());
      }
    }
    boolean named = alias.target() instanceof ExternalName;
    var spec =
        new io.fabric8.istio.api.api.networking.v1alpha3.ServiceEntryBuilder()
            .withHosts(PeerNames.entry(alias))
            .withLocation(ServiceEntryLocation.MESH_EXTERNAL)
            .withResolution(named ? ServiceEntryResolution.DNS : ServiceEntryResolution.STATIC)
            .withPorts(ports)
            .withEndpoints(endpoints);
    if (!http) {
      spec.withAddresses("240.0.0.1");
    }
    return new ServiceEntryBuilder()
        .withApiVersion(version)
        .withMetadata(Fabric8.metadata(alias))
        .withSpec(spec.build())
        .build();
  }

  static DestinationRule rule(EgressAlias alias, String host, String version, boolean routed) {
    var spec =
        new io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleBuilder()
            .withHost(host)
            .withTrafficPolicy(policy(alias, routed ? PeerNames.topTls(alias) : null));
    if (routed) {
      spec.withSubsets(subsets(alias));
    }
    return new DestinationRuleBuilder()
        .withApiVersion(version)
        .withMetadata(Fabric8.metadata(alias))
        .withSpec(spec.build())
        .build();
  }

  private static List<Subset> subsets(EgressAlias alias) {
    Set<String> names = new HashSet<>();
    List<Subset> subsets = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      String name = PeerNames.subset(alias, port);
      if (names.add(name)) {
        TrafficPolicy policy = policy(alias, alias.tls(port).orElse(null));
        subsets.add(new SubsetBuilder().withName(name).withTrafficPolicy(policy).build());
      }
    }
    return subsets;
  }

  private static TrafficPolicy policy(EgressAlias alias, @Nullable ClientTls tls) {
    return new TrafficPolicyBuilder().withTls(tls(alias, tls)).build();
  }

  private static ClientTLSSettings tls(EgressAlias alias, @Nullable ClientTls declared) {
    ClientTLSSettingsBuilder settings = new ClientTLSSettingsBuilder();
    if (!(declared instanceof Origination tls)) {
      return settings.withMode(ClientTLSSettingsTLSmode.DISABLE).build();
    }
    String sni = PeerNames.sni(alias, tls);
    settings
        .withSni(sni)
        .withSubjectAltNames(sni)
        .withCaCertificates(tls.caCertificates().orElse("system"));
    if (tls instanceof Mutual mutual) {
      return settings
          .withMode(ClientTLSSettingsTLSmode.MUTUAL)
          .withClientCertificate(mutual.clientCertificate().orElse(null))
          .withPrivateKey(mutual.privateKey().orElse(null))
          .build();
    }
    return settings.withMode(ClientTLSSettingsTLSmode.SIMPLE).build();
  }

  static VirtualService virtualService(EgressAlias alias, Platform platform, String version) {
    List<HTTPRoute> http = new ArrayList<>();
    List<TCPRoute> tcp = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      if (port.speaksHttp()) {
        http.add(httpRoute(alias, port));
      } else {
        tcp.add(tcpRoute(alias, port));
      }
    }
    return new VirtualServiceBuilder()
        .withApiVersion(version)
        .withMetadata(Fabric8.metadata(alias))
        .withNewSpec()
        .withHosts(PeerNames.host(alias, platform), PeerNames.entry(alias))
        .withHttp(http)
        .withTcp(tcp)
        .endSpec()
        .build();
  }

  private static HTTPRoute httpRoute(EgressAlias alias, ServicePort port) {
    HTTPRouteBuilder route =
        new HTTPRouteBuilder()
            .addNewMatch()
            .withPort((long) port.port())
            .endMatch()
            .addNewRoute()
            .withDestination(destination(alias, port).build())
            .endRoute();
    if (alias.authority().isPresent()) {
      route.withNewRewrite().withAuthority(alias.authority().get()).endRewrite();
    }
    return route.build();
  }

  private static TCPRoute tcpRoute(EgressAlias alias, ServicePort port) {
    return new TCPRouteBuilder()
        .addNewMatch()
        .withPort((long) port.port())
        .endMatch()
        .addNewRoute()
        .withDestination(destination(alias, port).build())
        .endRoute()
        .build();
  }

  private static DestinationBuilder destination(EgressAlias alias, ServicePort port) {
    return new DestinationBuilder()
        .withHost(PeerNames.entry(alias))
        .withSubset(PeerNames.subset(alias, port))
        .withNewPort((long) port.port());
  }
}
