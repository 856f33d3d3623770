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
import io.kubernetes.client.common.KubernetesObject;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.openapi.models.CoreV1EndpointPort;
import io.kubernetes.client.openapi.models.DiscoveryV1EndpointPort;
import io.kubernetes.client.openapi.models.V1Endpoint;
import io.kubernetes.client.openapi.models.V1EndpointAddress;
import io.kubernetes.client.openapi.models.V1EndpointConditions;
import io.kubernetes.client.openapi.models.V1EndpointSlice;
import io.kubernetes.client.openapi.models.V1EndpointSubset;
import io.kubernetes.client.openapi.models.V1Endpoints;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServicePort;
import io.kubernetes.client.openapi.models.V1ServiceSpec;
import io.kubernetes.client.util.Yaml;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes the documents as a program with client-java does: with its models, and for Istio, which
 * has no models there, with a generic object.
 */
final class ClientJava {
  /** Its YAML library logs warnings about its own models at every call, which takes longer. */
  private static final Logger SILENT = Logger.getLogger("org.yaml.snakeyaml");

  static {
    SILENT.setLevel(Level.OFF);
  }

  private ClientJava() {}

  /** Writes documents one at a time. */
  static String dump(Given given) {
    StringWriter text = new StringWriter();
    for (KubernetesObject object : objects(given)) {
      text.append("---\n");
      Yaml.dump(object, text);
    }
    return text.toString();
  }

  /** Writes all documents at once. */
  static String dumpAll(Given given) {
    StringWriter text = new StringWriter();
    Yaml.dumpAll(objects(given).iterator(), text);
    return text.toString();
  }

  private static List<KubernetesObject> objects(Given given) {
    List<KubernetesObject> objects = new ArrayList<>();
    for (Placed placed : given.aliases()) {
      add(placed.alias(), placed.platform(), objects);
    }
    return objects;
  }

  private static void add(EgressAlias alias, Platform platform, List<KubernetesObject> objects) {
    boolean routed = ResolvedAlias.of(alias, platform).isRouted();
    objects.add(service(alias, routed));
    if (routed) {
      String version = PeerNames.istioVersion(platform);
      Map<String, Object> rule = IstioSpecs.rule(alias, PeerNames.entry(alias), true);
      objects.add(istio(version, "DestinationRule", alias, rule));
      objects.add(
          istio(version, "VirtualService", alias, IstioSpecs.virtualService(alias, platform)));
      objects.add(istio(version, "ServiceEntry", alias, IstioSpecs.serviceEntry(alias)));
      return;
    }
    if (alias.target() instanceof StaticEndpoints target) {
      if (PlatformFact.ENDPOINTS_DEPRECATED.holds(platform)) {
        for (String family : PeerNames.families(target)) {
          objects.add(slice(alias, target, family));
        }
      } else {
        objects.add(endpoints(alias, target, platform));
      }
    }
    if (PeerNames.hasRule(alias, platform)) {
      Map<String, Object> rule = IstioSpecs.rule(alias, PeerNames.host(alias, platform), false);
      objects.add(istio(PeerNames.istioVersion(platform), "DestinationRule", alias, rule));
    }
  }

  private static V1ObjectMeta metadata(EgressAlias alias, String name) {
    V1ObjectMeta metadata = new V1ObjectMeta().name(name);
    if (alias.namespace().isPresent()) {
      metadata.namespace(alias.namespace().get());
    }
    metadata.annotations(null).labels(null);
    for (Map.Entry<String, String> label : alias.labels().entrySet()) {
      metadata.putLabelsItem(label.getKey(), label.getValue());
    }
    return metadata;
  }

  private static V1Service service(EgressAlias alias, boolean routed) {
    V1ServiceSpec spec = new V1ServiceSpec().selector(null);
    if (!routed) {
      if (alias.target() instanceof ExternalName target) {
        spec.type("ExternalName").externalName(target.host());
      } else if (alias.target() instanceof PodSelector target) {
        spec.selector(target.labels());
      } else if (alias.target() instanceof StaticEndpoints target) {
        List<String> families = PeerNames.families(target);
        if (families.contains(PeerNames.IPV6)) {
          spec.ipFamilyPolicy(families.size() > 1 ? "PreferDualStack" : "SingleStack");
          spec.ipFamilies(families);
        }
      }
    }
    for (ServicePort port : alias.ports()) {
      V1ServicePort built =
          new V1ServicePort()
              .name(port.name().orElse(null))
              .protocol(port.protocol().name())
              .port(port.port());
      if (!routed && port.targetPort().isPresent()) {
        built.targetPort(
            port.targetPort().get() instanceof TargetPort.ByName name
                ? new IntOrString(name.value())
                : new IntOrString(port.targetNumber()));
      }
      spec.addPortsItem(built);
    }
    return new V1Service()
        .apiVersion("v1")
        .kind("Service")
        .metadata(metadata(alias, alias.name()))
        .spec(spec);
  }

  private static V1Endpoints endpoints(
      EgressAlias alias, StaticEndpoints target, Platform platform) {
    boolean explicit = platform.kubernetes().isPresent();
    V1EndpointSubset subset = new V1EndpointSubset();
    for (String address : target.addresses()) {
      subset.addAddressesItem(new V1EndpointAddress().ip(address));
    }
    for (ServicePort port : alias.ports()) {
      subset.addPortsItem(
          new CoreV1EndpointPort()
              .name(port.name().orElse(null))
              .protocol(explicit ? port.protocol().name() : null)
              .port(port.targetNumber()));
    }
    return new V1Endpoints()
        .apiVersion("v1")
        .kind("Endpoints")
        .metadata(metadata(alias, alias.name()))
        .addSubsetsItem(subset);
  }

  private static V1EndpointSlice slice(EgressAlias alias, StaticEndpoints target, String family) {
    V1ObjectMeta metadata =
        metadata(alias, alias.name() + "-" + family.toLowerCase(Locale.ROOT))
            .putLabelsItem("kubernetes.io/service-name", alias.name())
            .putLabelsItem("endpointslice.kubernetes.io/managed-by", "egressalias.io");
    V1EndpointSlice slice =
        new V1EndpointSlice()
            .apiVersion("discovery.k8s.io/v1")
            .kind("EndpointSlice")
            .metadata(metadata)
            .addressType(family);
    for (ServicePort port : alias.ports()) {
      slice.addPortsItem(
          new DiscoveryV1EndpointPort()
              .name(port.name().orElse(""))
              .protocol(port.protocol().name())
              .port(port.targetNumber()));
    }
    for (String address : target.addresses()) {
      if (PeerNames.family(address).equals(family)) {
        slice.addEndpointsItem(
            new V1Endpoint()
                .addAddressesItem(address)
                .deprecatedTopology(null)
                .conditions(new V1EndpointConditions().ready(true)));
      }
    }
    return slice;
  }

  private static IstioObject istio(
      String apiVersion, String kind, EgressAlias alias, Map<String, Object> spec) {
    IstioObject object = new IstioObject();
    object.setApiVersion(apiVersion);
    object.setKind(kind);
    object.setMetadata(metadata(alias, alias.name()));
    object.setSpec(spec);
    return object;
  }
}
