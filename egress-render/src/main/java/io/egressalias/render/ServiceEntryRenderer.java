package io.egressalias.render;

import io.egressalias.model.ExternalName;
import io.egressalias.model.IstioProtocol;
import io.egressalias.model.PodSelector;
import io.egressalias.model.StaticEndpoints;
import io.egressalias.model.Target;
import io.egressalias.resolve.ResolvedAlias;
import io.egressalias.resolve.ResolvedPort;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Renders the ServiceEntry, which defines for the mesh where the route of an alias leads.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/service-entry/">ServiceEntry</a>
 */
final class ServiceEntryRenderer {
  /**
   * An address that is never called and can be the same in every ServiceEntry. Without an address
   * the sidecar would listen on 0.0.0.0 and capture all traffic to the port.
   */
  private static final String NOWHERE = "240.0.0.1";

  private ServiceEntryRenderer() {}

  static ObjectNode render(ResolvedAlias alias) {
    ObjectNode entry =
        ObjectTrees.object(
            ApiVersions.istio(alias.platform()),
            "ServiceEntry",
            alias,
            alias.alias().name(),
            OnlyForWaypoints.labelsOfEntry(alias));
    ObjectNode spec = entry.putObject("spec");
    spec.putArray("hosts").add(AliasHosts.ofEntry(alias));
    if (!speaksHttpOnly(alias)) {
      spec.putArray("addresses").add(NOWHERE);
    }
    spec.put("location", "MESH_EXTERNAL");
    spec.put("resolution", alias.host().isPresent() ? "DNS" : "STATIC");
    ArrayNode ports = spec.putArray("ports");
    for (ResolvedPort port : alias.ports()) {
      port(ports.addObject(), port);
    }
    ArrayNode endpoints = spec.putArray("endpoints");
    for (String address : alias.alias().target().match(new Destinations())) {
      endpoints.addObject().put("address", address);
    }
    return entry;
  }

  private static boolean speaksHttpOnly(ResolvedAlias alias) {
    for (ResolvedPort port : alias.ports()) {
      if (!port.speaksHttp()) {
        return false;
      }
    }
    return true;
  }

  private static void port(ObjectNode node, ResolvedPort port) {
    ObjectTrees.put(node, "name", port.declared().name());
    node.put("number", port.number());
    node.put("protocol", port.protocol().orElse(IstioProtocol.TCP).serviceEntryWord());
    if (port.targetNumber() != port.number()) {
      node.put("targetPort", port.targetNumber());
    }
  }

  /** The endpoints of the route; pods of the cluster have none. */
  private static final class Destinations implements Target.Cases<List<String>> {
    @Override
    public List<String> externalName(ExternalName target) {
      return List.of(target.host());
    }

    @Override
    public List<String> endpoints(StaticEndpoints target) {
      return target.addresses();
    }

    @Override
    public List<String> selector(PodSelector target) {
      return List.of();
    }
  }
}
