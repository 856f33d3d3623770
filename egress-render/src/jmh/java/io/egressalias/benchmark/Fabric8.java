package io.egressalias.benchmark;

import io.egressalias.benchmark.Given.Placed;
import io.egressalias.model.ClientTls;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Form;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.Mutual;
import io.egressalias.model.Origination;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
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
import io.fabric8.kubernetes.api.model.EndpointAddress;
import io.fabric8.kubernetes.api.model.EndpointAddressBuilder;
import io.fabric8.kubernetes.api.model.EndpointPort;
import io.fabric8.kubernetes.api.model.EndpointPortBuilder;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.EndpointsBuilder;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.ServicePortBuilder;
import io.fabric8.kubernetes.api.model.ServiceSpecBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.Endpoint;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointBuilder;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSlice;
import io.fabric8.kubernetes.api.model.discovery.v1.EndpointSliceBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The same documents as a program with fabric8 makes them: with its builders, one at a time. */
final class Fabric8 {
  private Fabric8() {}

  static String write(Given given) {
    StringBuilder text = new StringBuilder();
    for (Placed placed : given.aliases()) {
      write(placed.alias(), placed.platform(), text);
    }
    return text.toString();
  }

  private static void write(EgressAlias alias, Platform platform, StringBuilder text) {
    boolean routed = Form.of(alias, platform) == Form.ROUTED;
    text.append(Serialization.asYaml(service(alias, routed)));
    if (routed) {
      String version = PeerNames.istioVersion(platform);
      text.append(Serialization.asYaml(rule(alias, PeerNames.entry(alias), version, true)));
      text.append(Serialization.asYaml(virtualService(alias, platform, version)));
      text.append(Serialization.asYaml(serviceEntry(alias, version)));
      return;
    }
    if (alias.target() instanceof StaticEndpoints target) {
      if (PlatformFact.ENDPOINTS_DEPRECATED.holds(platform)) {
        for (String family : PeerNames.families(target)) {
          text.append(Serialization.asYaml(slice(alias, target, family)));
        }
      } else {
        text.append(Serialization.asYaml(endpoints(alias, target, platform)));
      }
    }
    if (PeerNames.hasRule(alias, platform)) {
      String version = PeerNames.istioVersion(platform);
      String host = PeerNames.host(alias, platform);
      text.append(Serialization.asYaml(rule(alias, host, version, false)));
    }
  }

  private static ObjectMeta metadata(EgressAlias alias) {
    return metadata(alias, alias.name()).build();
  }

  private static ObjectMetaBuilder metadata(EgressAlias alias, String name) {
    ObjectMetaBuilder metadata = new ObjectMetaBuilder().withName(name);
    if (alias.namespace().isPresent()) {
      metadata.withNamespace(alias.namespace().get());
    }
    if (!alias.labels().isEmpty()) {
      metadata.withLabels(alias.labels());
    }
    return metadata;
  }

  private static Service service(EgressAlias alias, boolean routed) {
    ServiceSpecBuilder spec = new ServiceSpecBuilder();
    if (!routed) {
      if (alias.target() instanceof ExternalName target) {
        spec.withType("ExternalName").withExternalName(target.host());
      } else if (alias.target() instanceof PodSelector target) {
        spec.withSelector(target.labels());
      } else if (alias.target() instanceof StaticEndpoints target) {
        List<String> families = PeerNames.families(target);
        if (families.contains("IPv6")) {
          spec.withIpFamilyPolicy(families.size() > 1 ? "PreferDualStack" : "SingleStack");
          spec.withIpFamilies(families);
        }
      }
    }
    List<io.fabric8.kubernetes.api.model.ServicePort> ports = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      ServicePortBuilder built =
          new ServicePortBuilder()
              .withName(port.name().orElse(null))
              .withProtocol(port.protocol().name())
              .withPort(port.port());
      if (!routed && port.targetPort().isPresent()) {
        TargetPort target = port.targetPort().get();
        built.withTargetPort(
            target instanceof TargetPort.ByName name
                ? new IntOrString(name.value())
                : new IntOrString(port.targetNumber()));
      }
      ports.add(built.build());
    }
    return new ServiceBuilder()
        .withMetadata(metadata(alias))
        .withSpec(spec.withPorts(ports).build())
        .build();
  }

  private static Endpoints endpoints(EgressAlias alias, StaticEndpoints target, Platform platform) {
    boolean explicit = platform.kubernetes().isPresent();
    List<EndpointAddress> addresses = new ArrayList<>();
    for (String address : target.addresses()) {
      addresses.add(new EndpointAddressBuilder().withIp(address).build());
    }
    List<EndpointPort> ports = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      ports.add(
          new EndpointPortBuilder()
              .withName(port.name().orElse(null))
              .withProtocol(explicit ? port.protocol().name() : null)
              .withPort(port.targetNumber())
              .build());
    }
    return new EndpointsBuilder()
        .withMetadata(metadata(alias))
        .addNewSubset()
        .withAddresses(addresses)
        .withPorts(ports)
        .endSubset()
        .build();
  }

  private static EndpointSlice slice(EgressAlias alias, StaticEndpoints target, String family) {
    ObjectMeta metadata =
        metadata(alias, alias.name() + "-" + family.toLowerCase(Locale.ROOT))
            .addToLabels("kubernetes.io/service-name", alias.name())
            .addToLabels("endpointslice.kubernetes.io/managed-by", "egressalias.io")
            .build();
    List<Endpoint> endpoints = new ArrayList<>();
    for (String address : target.addresses()) {
      if (PeerNames.family(address).equals(family)) {
        endpoints.add(
            new EndpointBuilder()
                .withAddresses(address)
                .withNewConditions()
                .withReady(true)
                .endConditions()
                .build());
      }
    }
    List<io.fabric8.kubernetes.api.model.discovery.v1.EndpointPort> ports = new ArrayList<>();
    for (ServicePort port : alias.ports()) {
      ports.add(
          new io.fabric8.kubernetes.api.model.discovery.v1.EndpointPortBuilder()
              .withName(port.name().orElse(""))
              .withProtocol(port.protocol().name())
              .withPort(port.targetNumber())
              .build());
    }
    return new EndpointSliceBuilder()
        .withMetadata(metadata)
        .withAddressType(family)
        .withPorts(ports)
        .withEndpoints(endpoints)
        .build();
  }

  private static ServiceEntry serviceEntry(EgressAlias alias, String version) {
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
        .withMetadata(metadata(alias))
        .withSpec(spec.build())
        .build();
  }

  private static DestinationRule rule(
      EgressAlias alias, String host, String version, boolean routed) {
    var spec =
        new io.fabric8.istio.api.api.networking.v1alpha3.DestinationRuleBuilder()
            .withHost(host)
            .withTrafficPolicy(policy(alias, routed ? PeerNames.topTls(alias) : null));
    if (routed) {
      spec.withSubsets(subsets(alias));
    }
    return new DestinationRuleBuilder()
        .withApiVersion(version)
        .withMetadata(metadata(alias))
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

  private static VirtualService virtualService(
      EgressAlias alias, Platform platform, String version) {
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
        .withMetadata(metadata(alias))
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
