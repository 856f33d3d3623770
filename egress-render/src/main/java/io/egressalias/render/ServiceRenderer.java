package io.egressalias.render;

import io.egressalias.model.EgressAlias;
import io.egressalias.model.ExternalName;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PodSelector;
import io.egressalias.model.ServicePort;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.model.TargetPort;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import io.egressalias.resolve.WaypointLabels;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the Service, which defines the DNS name of the alias.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/">Service</a>
 */
final class ServiceRenderer {
  private ServiceRenderer() {}

  static ObjectNode render(ResolvedAlias alias) {
    boolean routed = alias.isRouted();
    ObjectNode service =
        ObjectTrees.object(
            ApiVersions.CORE, "Service", alias, alias.alias().name(), WaypointLabels.of(alias));
    ObjectNode spec = service.putObject("spec");
    if (!routed) {
      target(spec, alias);
    }
    if (!alias.ports().isEmpty()) {
      ArrayNode ports = spec.putArray("ports");
      for (ResolvedPort port : alias.ports()) {
        port(ports.addObject(), port, routed);
      }
    }
    return service;
  }

  private static void target(ObjectNode spec, ResolvedAlias resolved) {
    EgressAlias alias = resolved.alias();
    ObjectNode unused =
        alias.target().match(new TargetFields(spec, resolved.host(), alias.headless()));
  }

  private record TargetFields(ObjectNode spec, Optional<String> host, boolean headless)
      implements Target.Cases<ObjectNode> {
    @Override
    public ObjectNode externalName(ExternalName target) {
      return spec.put("type", "ExternalName").put("externalName", host.orElse(target.host()));
    }

    @Override
    public ObjectNode endpoints(StaticEndpoints target) {
      if (headless) {
        spec.put("clusterIP", "None");
      }
      families(spec, AddressFamilies.of(target.addresses()), headless);
      return spec;
    }

    @Override
    public ObjectNode selector(PodSelector target) {
      ObjectTrees.putAll(spec, "selector", target.labels());
      return spec;
    }
  }

  /**
   * By default, a cluster IP has the first family of the cluster. A headless Service without a
   * selector requests both families by default, and a cluster with one family warns about this.
   */
  private static void families(ObjectNode spec, List<String> families, boolean headless) {
    if (headless || families.contains(AddressFamilies.IPV6)) {
      spec.put("ipFamilyPolicy", families.size() > 1 ? "PreferDualStack" : "SingleStack");
      ObjectTrees.putAll(spec, "ipFamilies", families);
    }
  }

  private static void port(ObjectNode node, ResolvedPort resolved, boolean routed) {
    ServicePort port = resolved.declared();
    ObjectTrees.put(node, "name", port.name());
    // Written although it is the default, because ports are merged by number and protocol.
    node.put("protocol", port.protocol().name());
    ObjectTrees.put(node, "appProtocol", appProtocol(resolved, routed));
    node.put("port", port.port());
    if (!routed && port.targetPort().isPresent()) {
      targetPort(node, port.targetPort().get(), resolved);
    }
  }

  /** A TCP route does not apply to a port for which Istio assumes TLS. */
  private static Optional<String> appProtocol(ResolvedPort port, boolean routed) {
    return routed && port.speaksTls()
        ? Optional.of(IstioProtocol.TCP.word())
        : port.declared().appProtocol();
  }

  private static void targetPort(ObjectNode node, TargetPort target, ResolvedPort port) {
    if (target instanceof TargetPort.ByName name) {
      node.put("targetPort", name.value());
    } else if (port.targetNumber() != port.number()) {
      node.put("targetPort", port.targetNumber());
    }
  }
}
