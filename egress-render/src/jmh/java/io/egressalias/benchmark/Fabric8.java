package io.egressalias.benchmark;

import io.egressalias.benchmark.Given.Placed;
import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.Platform;
import io.egressalias.model.PlatformFact;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.ResolvedAlias;
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
import java.util.List;
import java.util.Locale;

/** Writes the documents as a program with fabric8 does: with its builders, one at a time. */
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
    boolean routed = ResolvedAlias.of(alias, platform).isRouted();
    text.append(Serialization.asYaml(service(alias, routed)));
    if (routed) {
      String version = PeerNames.istioVersion(platform);
      text.append(
          Serialization.asYaml(Fabric8Istio.rule(alias, PeerNames.entry(alias), version, true)));
      text.append(Serialization.asYaml(Fabric8Istio.virtualService(alias, platform, version)));
      text.append(Serialization.asYaml(Fabric8Istio.serviceEntry(alias, version)));
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
      text.append(Serialization.asYaml(Fabric8Istio.rule(alias, host, version, false)));
    }
  }

  static ObjectMeta metadata(EgressAlias alias) {
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
}
